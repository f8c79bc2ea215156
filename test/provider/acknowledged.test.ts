import type { ObjectValue } from '../../src/provider/protocol';
import { aCreate } from '../registry/world';
import { aForkConfig, aProvider, aServiceConfig, made, service, told } from './a-provider';

const acknowledging = (rule: string, until: string | null = null): ObjectValue => ({
  acknowledge: [{ rule, reason: 'Rehearsed last week', until }],
});

/** A plan, and what `terraform validate` says before it. */
const judged = async (config: ObjectValue) => {
  const { core } = await aProvider();
  const [faults, plan] = [await core.validate(service, config), await core.plan(service, config, null)];
  expect(plan.faults).toEqual([]);
  const all = [...faults, ...plan.diagnostics];
  return { errors: told(all, 'error').join('\n'), warnings: told(all, 'warning').join('\n') };
};

describe('a finding that is acknowledged', () => {
  test('is no warning any more', async () => {
    expect((await judged(aForkConfig())).warnings).toMatch(/recovery\/no-recovery-point/);
    const { warnings } = await judged(aForkConfig({}, acknowledging('recovery/no-recovery-point')));
    expect(warnings).not.toMatch(/recovery\/no-recovery-point/);
  });

  test('is no error any more, and another one that the registry shares still is', async () => {
    const odd = { project_vpc_id: 'no-slash' };
    expect((await judged(aServiceConfig(odd))).errors).toMatch(/placement\/vpc-not-fitting/);
    const config = aServiceConfig({ ...odd, ...acknowledging('placement/vpc-not-fitting') });
    const { errors, warnings } = await judged(config);
    expect(warnings).toBe('');
    expect(errors).not.toMatch(/placement\/vpc-not-fitting/);
    expect(errors).toMatch(/placement\/network-not-simulated/);
  });

  test('stays an error where the registry will refuse the request', async () => {
    const config = aServiceConfig({ cloud_name: 'moon-1', ...acknowledging('placement/cloud-unknown') });
    expect((await judged(config)).errors).toMatch(/placement\/cloud-unknown/);
  });

  test.each([
    ['ended', 'recovery/no-recovery-point', '2020-01-01', /Its end date has passed/],
    ['found nothing', 'sizing/memory-below-data', null, /Nothing is found there any more/],
    ['named no rule', 'recovery/no-such', null, /No rule has this id/],
  ])('by one that %s is a warning', async (_, rule, until, said) => {
    expect((await judged(aForkConfig({}, acknowledging(rule, until)))).warnings).toMatch(said);
  });

  test('until a day that is none is refused', async () => {
    const { errors } = await judged(aForkConfig({}, acknowledging('recovery/no-recovery-point', 'soon')));
    expect(errors).toMatch(/"soon" is neither a day/);
  });

  test('changes nothing of the service when it is added later', async () => {
    const it = await aProvider();
    const state = await made(it.core, aForkConfig());
    it.requests.length = 0;
    const config = aForkConfig({}, acknowledging('recovery/no-recovery-point'));
    const { diagnostics } = await it.core.change(service, config, state);
    expect(told(diagnostics, 'error')).toEqual([]);
    expect(it.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  });
});

test('a fork of a service with integrations is told where its own are declared, and what to acknowledge', async () => {
  const it = await aProvider();
  it.world.run(aCreate({ service: 'sink' }), {
    type: 'CreateIntegration',
    project: 'demo',
    integration: { integrationType: 'metrics', sourceService: 'orders', destinationService: 'sink' },
  });
  const { diagnostics } = await it.core.plan(service, aForkConfig(), null);
  expect(told(diagnostics, 'warning').join()).toMatch(
    /as resources of their own[^]*acknowledge this finding \(attribute acknowledge\)/,
  );
});
