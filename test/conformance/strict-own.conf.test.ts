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

const protectedTag = '  tags = { team = "a" }';

describeIf(works('terraform', 'version'), 'our own provider at a registry that is the vendor`s', 'no terraform', () => {
  let shop: ProviderWorkshop;
  beforeEach(async () => {
    shop = await ProviderWorkshop.open();
  });
  afterEach(() => shop.close());

  test('reads what it made where it was told whose it is, and changes, makes and ends nothing', async () => {
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
      expect(await shop.terraform('plan', '-input=false', '-detailed-exitcode')).toMatchObject({ code: 0 });
      shop.write(fork('copy', protectedTag), strict.url);
      expect((await shop.apply()).text).toMatch(/real account/iu);
      shop.write(`${fork('copy')}${fork('other')}`, strict.url);
      expect((await shop.apply()).text).toMatch(/real account/iu);
      shop.write('', strict.url);
      expect((await shop.apply()).code).toBe(1);
      expect((await shop.terraform('destroy', '-input=false', '-auto-approve')).code).toBe(1);
      expect(before()).toBe(held);
      expect(await shop.state()).toEqual(['forkcast_service.copy']);
    } finally {
      await strict.close();
    }
  });
});
