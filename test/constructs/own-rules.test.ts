import { Service, type ForkcastProps } from '../../src/constructs';
import { defineRule, orUndecided, pass, violated } from '../../src/rules/authoring';
import { anApp, aStack, noWorld, refusalOf, shownBy } from './an-app';

const cloudNotAllowed = defineRule({
  id: 'acme/cloud-not-allowed',
  severity: 'error',
  scope: 'settings',
  needs: ['configuration'],
  title: 'Cloud is not one of ours',
  why: 'Customer data stays in the European Union.',
  attribute: 'cloud_name',
  messages: { outside: { detail: '{cloud} is outside of the EU.', remedy: 'Set cloud_name to one in the EU.' } },
  check: ({ request }) => {
    const cloud = orUndecided(request.cloud, `cloud_name of ${request.address}`);
    return cloud?.includes('-eu-') ? pass : violated('outside', { cloud: cloud ?? 'the default' });
  },
});

const declared = (props: Partial<ForkcastProps>, cloudName = 'aws-us-east-1') => {
  const { app, stack } = anApp(undefined, props);
  new Service(stack, 'db', { serviceName: 'db', serviceType: 'pg', plan: 'business-4', cloudName });
  return app;
};

describe('rules in ForkcastProps', () => {
  test('refuse a synth at the construct, in the words of its reader', () => {
    expect(refusalOf(declared({ rules: [cloudNotAllowed] }))).toContain(
      '[demo/db] cloud_name: aws-us-east-1 is outside of the EU. Set cloudName to one in the EU. (acme/cloud-not-allowed)',
    );
    expect(refusalOf(declared({}))).toBe('');
  });

  test('are named by the synth that they let pass, and the provider is told not to run them', () => {
    const app = declared({ rules: [cloudNotAllowed], backend: 'provider' }, 'aws-eu-west-1');
    expect(refusalOf(app)).toBe('');
    expect(shownBy(app).filter((line) => line.includes('acme'))).toEqual([
      'info demo/forkcast: Judged by rules of your own too: acme/cloud-not-allowed. ' +
        'The provider does not run them: they judge at synth and in check.',
    ]);
  });

  test('can be acknowledged', () => {
    const { app, stack } = anApp(undefined, { rules: [cloudNotAllowed] });
    const service = new Service(stack, 'db', {
      serviceName: 'db',
      serviceType: 'pg',
      plan: 'business-4',
      cloudName: 'aws-us-east-1',
    });
    service.acknowledge('acme/cloud-not-allowed', 'A test of the US pages');
    expect(refusalOf(app)).toBe('');
  });

  test('judge what belongs to their scope alone', () => {
    const { app, stack } = anApp(undefined, { rules: [cloudNotAllowed] });
    const other = aStack(app, 'other');
    new Service(stack, 'db', { serviceName: 'db', serviceType: 'pg', plan: 'business-4', cloudName: 'aws-eu-west-1' });
    new Service(other, 'db', { serviceName: 'far', serviceType: 'pg', plan: 'business-4', cloudName: 'aws-us-east-1' });
    expect(refusalOf(app)).toBe('');
  });

  test('that cannot judge are refused where they are given', () => {
    const ours = { ...cloudNotAllowed, id: 'source/not-found' };
    expect(() => anApp(undefined, { rules: [ours] })).toThrow(
      /demo\/forkcast.*the rule, "source\/not-found": it is the id/s,
    );
  });
});

test('a policy raises at synth, and is named with its hash', () => {
  const world = {
    ...noWorld,
    readText: () => '{"formatVersion":1,"severities":{"recovery/no-recovery-point":"error"}}',
  };
  const { app } = anApp();
  const stack = aStack(app, 'team', undefined, { policy: 'team.json' }, world);
  new Service(stack, 'copy', {
    serviceName: 'copy',
    serviceType: 'pg',
    plan: 'business-4',
    userConfig: { serviceToForkFrom: 'orders' },
  });
  expect(refusalOf(app)).toContain('(recovery/no-recovery-point)');
});
