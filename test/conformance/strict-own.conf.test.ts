import { ProviderWorkshop } from '../acceptance/provider-workshop';
import { serveRegistry } from '../../src/registry/main';
import { describeIf, works } from './tools';

jest.setTimeout(300_000);

const fork = (name: string, more = '') => `
resource "forkcast_service" "${name}" {
  service_name = "${name}"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
${more}
  user_config {
    service_to_fork_from = "orders"
  }
}
`;

describeIf(works('terraform', 'version'), 'our own provider at a registry that is the vendor`s', 'no terraform', () => {
  let shop: ProviderWorkshop;
  beforeEach(async () => {
    shop = await ProviderWorkshop.open();
  });
  afterEach(() => shop.close());

  test('leaves what has no tag that names it, and changes, makes and ends nothing', async () => {
    await shop.init(fork('copy'));
    expect(await shop.apply()).toMatchObject({ code: 0 });
    const strict = await serveRegistry({
      ...{ served: { current: () => shop.world.registry }, host: '127.0.0.1', port: 0, strictVendor: true },
      ...{ log: undefined, now: () => shop.world.wall.now() },
    });
    try {
      const before = () => JSON.stringify(shop.world.registry.services('demo'));
      const held = before();
      shop.write(fork('copy'), strict.url);
      const plan = await shop.terraform('plan', '-input=false');
      expect(plan).toMatchObject({ code: 1 });
      expect(plan.text).toMatch(/is left as it is[^]*held by\s+nobody/u);
      shop.write(fork('copy', '  tags = { team = "a" }'), strict.url);
      expect(await shop.apply()).toMatchObject({ code: 1 });
      shop.write(fork('other'), strict.url);
      const made = await shop.apply();
      expect(made).toMatchObject({ code: 1 });
      expect(made.text).toMatch(/real account/iu);
      shop.write('', strict.url);
      expect(await shop.apply()).toMatchObject({ code: 0 });
      expect(before()).toBe(held);
      expect(await shop.state()).toEqual([]);
    } finally {
      await strict.close();
    }
  });
});
