import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aServer } from '../contract/a-server';
import { expectOnPage, type Met } from './page';
import { describeIf, run, works } from './tools';

jest.setTimeout(1_800_000);

const binary = process.env['FORKCAST_VENDOR_PROVIDER'];
const isThere = binary !== undefined && works('terraform', 'version');

const configuration = `
terraform {
  required_providers {
    aiven = { source = "aiven/aiven" }
  }
}
resource "aiven_pg" "main" {
  project      = "demo"
  service_name = "main"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
}
resource "aiven_pg_user" "ada" {
  project      = "demo"
  service_name = aiven_pg.main.service_name
  username     = "ada"
  password     = "Abcdef-123456"
}
resource "aiven_pg_database" "shop" {
  project       = "demo"
  service_name  = aiven_pg.main.service_name
  database_name = "shop"
}
resource "aiven_connection_pool" "pool" {
  project       = "demo"
  service_name  = aiven_pg.main.service_name
  database_name = aiven_pg_database.shop.database_name
  username      = aiven_pg_user.ada.username
  pool_name     = "pool"
}
resource "aiven_pg" "fork" {
  project      = "demo"
  service_name = "copy"
  plan         = "business-4"
  cloud_name   = "google-europe-west4"
  pg_user_config {
    service_to_fork_from = aiven_pg.main.service_name
  }
}
resource "aiven_static_ip" "address" {
  project    = "demo"
  cloud_name = "google-europe-west1"
}
`;

describeIf(
  isThere,
  'the vendor`s Terraform provider',
  'FORKCAST_VENDOR_PROVIDER names no binary, or no terraform',
  () => {
    test('makes a fork with its users, pools and addresses, changes nothing again, and ends it', async () => {
      const server = aServer();
      const ticking = setInterval(() => server.world.advance(120_000), 1_000);
      const cwd = mkdtempSync(join(tmpdir(), 'forkcast-vendor-provider-'));
      writeFileSync(join(cwd, 'main.tf'), configuration);
      const config = join(cwd, 'terraform.rc');
      writeFileSync(
        config,
        `provider_installation {\n  dev_overrides {\n    "aiven/aiven" = "${dirname(binary ?? '')}"\n  }\n  direct {}\n}\n`,
      );
      const env = {
        ...{ TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
        ...{ AIVEN_WEB_URL: await server.listening(), AIVEN_TOKEN: server.token('admin') },
      };
      const met: Met[] = [];
      const steps: readonly (readonly [string, readonly string[]])[] = [
        ['apply', ['apply', '-auto-approve', '-no-color', '-input=false']],
        ['plan again: no change', ['plan', '-detailed-exitcode', '-no-color', '-input=false']],
        ['destroy', ['destroy', '-auto-approve', '-no-color', '-input=false']],
      ];
      for (const [name, args] of steps) {
        const { code, out, err } = await run('terraform', args, { env, cwd });
        const note =
          (err || out)
            .trim()
            .split('\n')
            .filter((line) => /Error|error/u.test(line))[0] ?? '';
        met.push(code === 0 ? { name, outcome: 'served' } : { name, outcome: 'differs', note: note.slice(0, 200) });
      }
      clearInterval(ticking);
      await server.close();
      expectOnPage('The Terraform provider', met);
    });
  },
);
