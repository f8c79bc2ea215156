import type { TerraformStack } from 'cdktf';
import { ConfigurationError, Service, type ForkcastProps } from '../../src/constructs';
import { refuse } from '../../src/constructs/told-refusal';
import { BugError } from '../../src/domain';
import { defineRule, pass } from '../../src/rules/authoring';
import { readSourceTree } from '../source-tree';
import { anApp, aStack, noWorld } from './an-app';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return void work();
  } catch (error) {
    return error;
  }
};

/** What Node shows of an error that nobody catches, and what it shows beside it. */
const shownOf = (error: unknown): { readonly told: readonly string[]; readonly fields: readonly string[] } => {
  if (!(error instanceof Error)) throw new TypeError('This is no error.');
  return { told: error.stack?.split('\n') ?? [], fields: Object.keys(error) };
};

const anOwnRule = defineRule({
  id: 'acme/anything-goes',
  severity: 'error',
  scope: 'settings',
  needs: ['configuration'],
  title: 'Nothing',
  why: 'Nothing is wrong.',
  attribute: 'plan',
  messages: { wrong: { detail: 'It is wrong.', remedy: 'Mend it.' } },
  check: () => pass,
});

const plain = { serviceType: 'pg', plan: 'business-4', cloudName: 'google-europe-west1' } as const;

describe('how an app tells of what refuses it', () => {
  test('every finding is a line, also those of other validations, and nothing stands around them', () => {
    const { app, stack } = anApp();
    new Service(stack, 'bad', { ...plain, serviceName: 'bad', cloudName: 'eu-central-1', plan: 'buisness-4' });
    stack.node.addValidation({ validate: () => ['wants tags'] });
    const error = thrownBy(() => app.synth());
    expect(shownOf(error)).toEqual({
      told: [
        '[demo] wants tags',
        expect.stringMatching(/^\[demo\/bad\] cloud_name: .* \(placement\/cloud-unknown\)$/),
        expect.stringMatching(/^\[demo\/bad\] plan: .* \(sizing\/plan-unknown\)$/),
      ],
      fields: [],
    });
    expect(error).toHaveProperty('message', expect.stringMatching(/^Validation failed with the following errors:\n/));
  });

  test('a declaration that cannot be worked from, with its code; who catches it finds the rest', () => {
    const { stack } = anApp();
    const service = new Service(stack, 'x', { ...plain, serviceName: 'x' });
    const error = thrownBy(() => service.acknowledge('sizing/adds-cost', ''));
    expect(shownOf(error)).toEqual({
      told: [
        'error: demo/x: acknowledging sizing/adds-cost needs a reason that a reviewer can read.',
        '       forkcast explain FC_CONFIGURATION',
      ],
      fields: [],
    });
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toHaveProperty('path', 'demo/x');
  });

  test('what one Forkcast is given and cannot be used, whichever property it is', () => {
    const world = {
      ...noWorld,
      readText: (path: string) => {
        if (path === 'bad.json') return '{"formatVersion":1,"severities":{"no/such-rule":"error"}}';
        throw new ConfigurationError('Forkcast', `${path} cannot be read: gone.`);
      },
    };
    const refused: readonly (readonly [Partial<ForkcastProps>, RegExp])[] = [
      [{ rules: [{ ...anOwnRule, id: 'source/not-found' }] }, /^error: other\/forkcast: rules holds something/],
      [{ policy: 'bad.json' }, /^error: other\/forkcast: the policy bad\.json cannot be used/],
      [{ policy: 'gone.json' }, /^error: Forkcast: gone\.json cannot be read/],
      [{ acknowledgements: 'gone.json' }, /^error: Forkcast: gone\.json cannot be read/],
      [{ now: 'soon' }, /^error: other\/forkcast: now is 'soon'/],
    ];
    for (const [props, words] of refused) {
      const error = thrownBy(() => aStack(anApp().app, 'other', undefined, props, world));
      expect(shownOf(error)).toEqual({
        told: [expect.stringMatching(words), '       forkcast explain FC_CONFIGURATION'],
        fields: [],
      });
    }
  });

  test("a bug and other people's errors keep their stack trace", () => {
    for (const other of [new BugError('So.'), new TypeError('x is undefined')]) {
      const stack = other.stack;
      expect(thrownBy(() => refuse(other))).toBe(other);
      expect(other.stack).toBe(stack);
      expect(stack).toContain('\n    at ');
    }
    expect(thrownBy(() => refuse('text'))).toBe('text');
  });

  test('no construct throws past that', () => {
    const throwing = [...readSourceTree('src/constructs')].filter(([, text]) => /^\s*throw\b|\)\s*throw\b/m.test(text));
    expect(throwing.map(([path]) => path)).toEqual(['told-refusal.ts']);
  });

  test('nothing listens for the errors of the process', () => {
    const events = ['uncaughtException', 'uncaughtExceptionMonitor', 'unhandledRejection', 'exit'] as const;
    const before = events.map((event) => process.listenerCount(event));
    jest.isolateModules(() => jest.requireActual('../../src'));
    expect(events.map((event) => process.listenerCount(event))).toEqual(before);
  });
});

describe('an id that its scope has already', () => {
  test.each([
    ['a service', (stack: TerraformStack) => new Service(stack, 'x', { ...plain, serviceName: 'two' })],
    [
      'a source',
      (stack: TerraformStack) => Service.fromRegistry(stack, 'x', { serviceName: 'two', serviceType: 'pg' }),
    ],
  ])('%s is refused with its path', (_what, declare) => {
    const { stack } = anApp();
    new Service(stack, 'x', { ...plain, serviceName: 'one' });
    expect(() => declare(stack)).toThrow(/^demo\/x/);
  });
});
