import { Testing, TerraformStack } from 'cdktf';
import { ForkcastScope, RecoveryPolicy, Service, type RecoveryPolicyProps } from '../../src/constructs';
import { ownToolkit } from '../../src/constructs/one-toolkit';
import { anApp, aStack, noWorld, refusalOf } from './an-app';

const declared = (props: RecoveryPolicyProps) => {
  const { app, stack } = anApp();
  const other = aStack(app, 'other');
  new RecoveryPolicy(stack, 'small', props);
  const service = { serviceType: 'pg', plan: 'business-4', cloudName: 'aws-eu-west-1' } as const;
  new Service(stack, 'db', { serviceName: 'db', ...service });
  new Service(other, 'db', { serviceName: 'far', ...service });
  return app;
};

test('a policy of a construct judges the services of its scope, and no others', () => {
  const refusal = refusalOf(declared({ plans: ['startup-*'] }));
  expect(refusal).toContain('[demo/db] plan: ');
  expect(refusal).toContain('(sizing/plan-outside-policy)');
  expect(refusal).toContain('demo/small');
  expect(refusal).not.toContain('[other/db] plan');
});

test('what it allows is made', () => {
  expect(refusalOf(declared({ name: 'tier 1', plans: ['business-*'] }))).toBe('');
});

test('what is no policy is refused with the field', () => {
  expect(() => declared({ survives: ['region'], rpo: 'soon' })).toThrow('rpo: a number with ms, s, m, h, d or w');
  expect(() => declared({ survives: ['region'], rpo: '99999999999999d' })).toThrow('rpo: at most 36500d, got "999999');
  expect(() => declared({ rpo: '15m' })).toThrow('rpo: it bounds what comes after a loss; name in survives the losses');
  expect(() => declared({})).toThrow('it asks for nothing; give one of survives, rpo, ');
});

test('two of one name are refused where they are for the same services', () => {
  const { app, stack } = anApp();
  const named = { name: 'tier 1', window: '7d' };
  new RecoveryPolicy(stack, 'one', named);
  expect(() => new RecoveryPolicy(stack, 'two', named)).toThrow('name: "tier 1" is taken, another construct has it');
  const other = aStack(app, 'other');
  expect(() => new RecoveryPolicy(other, 'three', named)).not.toThrow();
});

test('at an app whose Forkcast stands in a stack it says to stand there too', () => {
  const { app, stack } = anApp();
  const told =
    'The app itself has no Forkcast, and those of its stacks are below it. Declare this in each stack that has';
  expect(() => new RecoveryPolicy(app, 'all', { window: '7d' })).toThrow(told);
  expect(() => new RecoveryPolicy(stack, 'all', { window: '7d' })).not.toThrow();
});

test('one of the app judges the services of every stack', () => {
  const app = Testing.app();
  new ForkcastScope(app, 'forkcast', { project: 'demo' }, noWorld);
  new RecoveryPolicy(app, 'all', { plans: ['startup-*'] });
  const service = { serviceType: 'pg', plan: 'business-4', cloudName: 'aws-eu-west-1' } as const;
  for (const id of ['one', 'two']) new Service(new TerraformStack(app, id), 'db', { serviceName: id, ...service });
  // CDK Terrain takes no construct at the app itself.
  const words = ownToolkit === 'cdktn' ? ['outside of a TerraformStack'] : ['[one/db] plan: ', '[two/db] plan: '];
  const refusal = refusalOf(app);
  for (const word of words) expect(refusal).toContain(word);
});
