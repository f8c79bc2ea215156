import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCreate } from '../registry/world';
import { aFork, providerStories } from './provider-stories';
import { ProviderWorkshop } from './provider-workshop';
import { whenProgram, whenTerraform } from './workshop';

for (const program of ['terraform', 'tofu'] as const)
  whenProgram(program)(`the provider, driven by ${program}`, () => {
    let shop: ProviderWorkshop;
    beforeEach(async () => {
      shop = await ProviderWorkshop.open(program);
    });
    afterEach(() => shop.close());

    test.each(Object.entries(providerStories))('%s', (_what, play) => play(shop, program));
  });

const policy = JSON.stringify({ formatVersion: 1, recovery: [{ name: 'tier 1', survives: ['region'] }] });
const secondRegion = 'user_config {\n    additional_backup_regions = ["google-europe-west4"]\n  }';

/** A service that is no fork; by the block of the provider that has the policy, where `by` names it. */
const main = (settings: string, by = ''): string => `
resource "forkcast_service" "main" {
  ${by}
  service_name = "main"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
  ${settings}
}
`;

whenTerraform('a plan of terraform', () => {
  let shop: ProviderWorkshop;
  beforeEach(async () => {
    shop = await ProviderWorkshop.open();
  });
  afterEach(() => shop.close());

  test('that was saved before its source was ended and made anew is not applied, and nothing is made', async () => {
    await shop.init(aFork(''));
    expect(await shop.planned()).toEqual({ 'forkcast_service.copy': ['create'] });
    shop.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
    shop.world.advance(60_000);
    shop.world.run(aCreate());
    shop.world.advance(2 * 86_400_000);
    const { code, text } = await shop.applyPlanned();
    expect([code, text]).toEqual([1, expect.stringContaining('source_created_at')]);
    expect([await shop.state(), shop.services()]).toEqual([[], []]);
    expect(await shop.apply()).toMatchObject({ code: 0 });
  });

  test('that takes a second region out is told in the plan, by check and on the card', async () => {
    const judged = `
provider "forkcast" {
  alias    = "judged"
  registry = "${shop.registry}"
  project  = "demo"
  policy   = ${JSON.stringify(policy)}
}
`;
    await shop.init(main(secondRegion, 'provider = forkcast.judged') + judged);
    expect(await shop.apply()).toMatchObject({ code: 0 });
    shop.world.advance(3 * 86_400_000);
    expect(await shop.planned()).toEqual({});

    // The setting goes, or its whole block.
    for (const rest of ['user_config {}', '']) {
      shop.write(main(rest, 'provider = forkcast.judged') + judged);
      const refused = await shop.terraform('plan', '-input=false');
      expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('recovery/loss-not-survived')]);
      expect(refused.text).toMatch(/main\.tf line \d+, in resource "forkcast_service" "main"/);
    }

    shop.write(main('') + judged);
    expect(await shop.planned()).toEqual({ 'forkcast_service.main': ['update'] });
    writeFileSync(join(shop.folder, 'plan.json'), (await shop.terraform('show', '-json', 'plan.bin')).text);
    writeFileSync(join(shop.folder, 'policy.json'), policy);
    const judging = ['plan.json', '--policy', join(shop.folder, 'policy.json'), '--registry', shop.registry];
    for (const door of ['check', 'review']) {
      const { code, text } = await shop.forkcast(door, ...judging);
      expect([door, code]).toEqual([door, 1]);
      expect(text).toMatch(/region lost, asked by tier 1:\s+met from google-europe-west4\s+\(secondary\)\s+→ breached/);
      expect(text).toContain('recovery/loss-not-survived');
    }
  });
});
