import type { TerraformStack } from 'cdktf';
import { ConfigurationError, Service, toldRefusal } from '../../src/constructs';
import { BugError } from '../../src/domain';
import { anApp } from './an-app';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return void work();
  } catch (error) {
    return error;
  }
};

const plain = { serviceType: 'pg', plan: 'business-4', cloudName: 'google-europe-west1' } as const;

describe('how an app tells of what refuses it', () => {
  test('every finding is a line, also those of other validations, and nothing stands around them', () => {
    const { app, stack } = anApp();
    new Service(stack, 'bad', { ...plain, serviceName: 'bad', cloudName: 'eu-central-1', plan: 'buisness-4' });
    stack.node.addValidation({ validate: () => ['wants tags'] });
    const { text = '', exitCode } = toldRefusal(thrownBy(() => app.synth())) ?? {};
    expect(exitCode).toBe(1);
    expect(text.split('\n')).toEqual([
      '[demo] wants tags',
      expect.stringMatching(/^\[demo\/bad\] cloud_name: .* \(placement\/cloud-unknown\)$/),
      expect.stringMatching(/^\[demo\/bad\] plan: .* \(sizing\/plan-unknown\)$/),
      '',
    ]);
  });

  test("a failed validation of the app itself, in CDKTF's other words", () => {
    const { app } = anApp();
    app.node.addValidation({ validate: () => ['wants two stacks', 'wants a name'] });
    expect(toldRefusal(thrownBy(() => app.synth()))).toEqual({
      text: 'wants two stacks\nwants a name\n',
      exitCode: 1,
    });
  });

  test("an error of Forkcast, with its code; a bug and other people's errors keep their stack trace", () => {
    expect(toldRefusal(new ConfigurationError('demo/x', 'no plan.'))).toEqual({
      text: 'error: demo/x: no plan.\n       forkcast explain FC_CONFIGURATION\n',
      exitCode: 1,
    });
    for (const other of [new BugError('So.'), new TypeError('x is undefined'), 'text', undefined])
      expect(toldRefusal(other)).toBeUndefined();
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
