import { acknowledge, Service } from '../../src/constructs';
import { someFacts } from '../../src/domain/testing';
import { aStack, anApp, noWorld, refusalOf, shownBy } from './an-app';
import { Testing } from 'cdktf';
import type { TerraformStack } from 'cdktf';

const rule = 'recovery/no-recovery-point';

const declareFork = (stack: TerraformStack): Service<'pg'> =>
  new Service(stack, 'fork', {
    serviceType: 'pg',
    serviceName: 'pg-fork',
    plan: 'business-4',
    cloudName: 'aws-eu-central-1',
    userConfig: { serviceToForkFrom: 'source-pg' },
  });

const linesOf = (shown: readonly string[]): readonly string[] => shown.filter((line) => line.includes(rule));

describe('an acknowledgement', () => {
  test('turns a warning into a note with the reason', () => {
    const { app, stack } = anApp(someFacts());
    declareFork(stack).acknowledge(rule, 'Yesterday is recent enough');
    app.synth();
    expect(linesOf(shownBy(app))).toEqual([
      expect.stringMatching(/^info demo\/fork: .*Accepted at demo\/fork: Yesterday is recent enough$/),
    ]);
  });

  test('is inherited from every scope above', () => {
    const { app, stack } = anApp(someFacts());
    acknowledge(app, rule, 'Rehearsals only', '2026-12-31');
    declareFork(stack);
    app.synth();
    expect(linesOf(shownBy(app))).toEqual([expect.stringContaining('until 2026-12-31T23:59:59.999Z: Rehearsals only')]);
  });

  test('has no effect after its last day, and is reported', () => {
    const { app, stack } = anApp(someFacts());
    declareFork(stack).acknowledge(rule, 'Only this once', '2026-11-01');
    app.synth();
    expect(linesOf(shownBy(app))).toEqual([
      expect.stringContaining(`The acknowledgement of ${rule} at demo/fork has no effect: Its end date has passed`),
      expect.stringMatching(/^warn demo\/fork/),
    ]);
  });

  test('cannot accept what the registry will refuse', () => {
    const { app, stack } = anApp(someFacts({ services: [] }));
    declareFork(stack).acknowledge('source/absent', 'It will be there');
    expect(refusalOf(app)).not.toBe('');
  });

  test('can stand in a file', () => {
    const app = Testing.app();
    const text = JSON.stringify({
      formatVersion: 1,
      acknowledgements: [{ rule, reason: 'From the file', within: 'demo' }],
    });
    const stack = aStack(
      app,
      'demo',
      someFacts(),
      { acknowledgements: 'accepted.json' },
      { ...noWorld, readText: () => text },
    );
    declareFork(stack);
    app.synth();
    expect(linesOf(shownBy(app))).toEqual([expect.stringContaining('Accepted at accepted.json: From the file')]);
  });

  test('in a file counts for the whole app, whichever stack names the file', () => {
    const app = Testing.app();
    const facts = { read: () => shared };
    const shared = someFacts();
    const text = JSON.stringify({ formatVersion: 1, acknowledgements: [{ rule, reason: 'From the file' }] });
    const first = aStack(app, 'first', undefined, { facts });
    new Service(first, 'pg', { serviceType: 'pg', serviceName: 'plain-pg', plan: 'business-4' });
    const environment = { ...noWorld, readText: () => text };
    declareFork(aStack(app, 'second', undefined, { facts, acknowledgements: 'accepted.json' }, environment));
    app.synth();
    expect(linesOf(shownBy(app))).toEqual([expect.stringContaining('Accepted at accepted.json: From the file')]);
  });

  test.each([
    ['', undefined, 'needs a reason'],
    ['A reason', 'next week', "until 'next week'"],
  ])('needs a reason and a real date', (reason, until, message) => {
    const { stack } = anApp();
    expect(() => acknowledge(stack, rule, reason, until)).toThrow(message);
  });
});

test('a file of acknowledgements that is none is refused with the reason', () => {
  const app = Testing.app();
  const environment = { ...noWorld, readText: () => '{"formatVersion":2}' };
  expect(() => aStack(app, 'demo', undefined, { acknowledgements: 'accepted.json' }, environment)).toThrow(
    'the acknowledgements of accepted.json cannot be read: formatVersion',
  );
});
