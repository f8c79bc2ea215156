import type { ProviderWorkshop } from './provider-workshop';

/** What users do with the provider, from the configuration to the end, by what they then have; `program` drives it. */
export type Story = (shop: ProviderWorkshop, program: 'terraform' | 'tofu') => Promise<void>;

const fork = (settings: string, more = ''): string => `
resource "forkcast_service" "copy" {
  service_name = "copy"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
${more}
  user_config {
    service_to_fork_from = "orders"
${settings}
  }
}
`;

/** OpenTofu knows functions of providers from 1.7 on. */
const earlierBy = {
  terraform: 'provider::forkcast::recovery_time_shift("2026-11-02T00:00:00Z", "-2h")',
  tofu: '"2026-11-01T22:00:00Z"',
};

const time = '    recovery_target_time = "2026-11-02T00:00:00Z"';
const otherTime = '    recovery_target_time = "2026-11-03T00:00:00Z"';

/** The fork that the stories make, as a resource. @default a point in time that its source has */
export const aFork = (settings = time): string => fork(settings);

/** By the name of the test that plays it. */
export const providerStories: Readonly<Record<string, Story>> = {
  'makes a fork that stays as it is for 40 days and beyond its source, changes it, and ends it': async (shop) => {
    await shop.init(fork(time));
    expect(await shop.planned()).toEqual({ 'forkcast_service.copy': ['create'] });
    expect(await shop.applyPlanned()).toMatchObject({ code: 0 });
    expect(await shop.planned()).toEqual({});

    shop.write(fork(time, '  tags = { team = "a" }'));
    expect(await shop.planned()).toEqual({ 'forkcast_service.copy': ['update'] });
    expect(await shop.applyPlanned()).toMatchObject({ code: 0 });

    shop.write(fork(otherTime, '  tags = { team = "a" }'));
    await expect(shop.planned()).rejects.toThrow(
      /Fork key of a live fork was changed[^]*(would\s+be\s+lost|accept its loss)/,
    );
    shop.write(fork(otherTime, '  tags = { team = "a" }\n  on_fork_change = "replace"'));
    expect(await shop.planned()).toEqual({ 'forkcast_service.copy': ['delete', 'create'] });
    expect(await shop.applyPlanned()).toMatchObject({ code: 0 });
    expect(await shop.planned()).toEqual({});

    shop.world.advance(40 * 86_400_000);
    shop.world.run({ type: 'TerminateService', project: 'demo', service: 'orders' });
    expect(await shop.planned()).toEqual({});

    shop.world.run({ type: 'UpdateService', project: 'demo', service: 'copy', powered: false });
    expect(await shop.planned()).toEqual({});
    expect(await shop.terraform('destroy', '-auto-approve', '-input=false')).toMatchObject({ code: 0 });
    expect(shop.services()).toEqual([]);
  },

  'refuses at plan what cannot work, at its line, and makes nothing': async (shop) => {
    await shop.init(fork('    recovery_target_time = "2026-10-01T00:00:00Z"'));
    const { code, text } = await shop.terraform('plan', '-input=false');
    expect(code).toBe(1);
    expect(text).toMatch(/on main\.tf line \d+[^]*recovery_target_time[^]*recovery\/target-time-before-window/);
    expect(shop.services()).toEqual([]);
  },

  'imports by block, which takes the service over': async (shop) => {
    await shop.init(fork(time));
    expect(await shop.apply()).toMatchObject({ code: 0 });
    expect(await shop.terraform('state', 'rm', 'forkcast_service.copy')).toMatchObject({ code: 0 });
    shop.write(`${fork(time)}\nimport {\n  to = forkcast_service.copy\n  id = "demo/copy"\n}\n`);
    expect(await shop.planned()).toEqual({ 'forkcast_service.copy': ['update'] });
    expect(await shop.applyPlanned()).toMatchObject({
      code: 0,
      text: expect.stringMatching(/0 added, 1 changed, 0 destroyed/),
    });
    shop.write(fork(time));
    expect(await shop.planned()).toEqual({});
  },

  'makes again what disappeared': async (shop) => {
    await shop.init(fork(time));
    expect(await shop.apply()).toMatchObject({ code: 0 });
    shop.world.run({ type: 'TerminateService', project: 'demo', service: 'copy' });
    expect(await shop.planned()).toEqual({ 'forkcast_service.copy': ['create'] });
    expect(await shop.apply()).toMatchObject({ code: 0 });
    expect([await shop.planned(), shop.services()]).toEqual([{}, ['copy']]);
  },

  'ends no live service for a renamed block, nor for one that is to be made before it is ended': async (shop) => {
    await shop.init(fork(time));
    expect(await shop.apply()).toMatchObject({ code: 0 });
    shop.write(fork(time).replace('"copy" {', '"renamed" {'));
    await expect(shop.planned()).rejects.toThrow(/in this state under another address[^]*moved \{/);
    shop.write(fork(time, '  lifecycle {\n    create_before_destroy = true\n  }'));
    const early = ['apply', '-input=false', '-auto-approve', '-replace=forkcast_service.copy'] as const;
    expect(await shop.terraform(...early)).toMatchObject({ code: 1 });
    expect(await shop.state()).toEqual(['forkcast_service.copy']);
    expect(await shop.planned()).toEqual({});
    expect(shop.world.registry.findService({ project: 'demo', service: 'copy' })?.facts.incarnation).toBe(1);
  },

  'manages what is inside a service, reads what moves, and shifts times': async (shop, program) => {
    const place = '  service_name = "orders"\n';
    await shop.init(`
resource "forkcast_database" "reports" {
${place}  database_name = "reports"
}
resource "forkcast_service_user" "reader" {
${place}  username = "reader"
}
resource "forkcast_connection_pool" "web" {
${place}  pool_name     = "web"
  database_name = forkcast_database.reports.database_name
  username      = forkcast_service_user.reader.username
}
resource "forkcast_service" "sink" {
  service_name = "sink"
  service_type = "pg"
  plan         = "business-4"
}
resource "forkcast_service_integration" "metrics" {
  integration_type         = "metrics"
  source_service_name      = "orders"
  destination_service_name = forkcast_service.sink.service_name
}
data "forkcast_recovery_windows" "orders" {
${place}}
data "forkcast_backups" "orders" {
${place}}
data "forkcast_backup_region" "orders" {
${place}}
data "forkcast_service" "orders" {
${place}}
data "forkcast_clouds" "all" {}
data "forkcast_plans" "pg" { service_type = "pg" }
output "earlier" {
  value = ${earlierBy[program]}
}
`);
    const applied = await shop.apply();
    expect(applied.text).toContain('earlier = "2026-11-01T22:00:00Z"');
    expect(await shop.planned()).toEqual({});
    expect(await shop.terraform('destroy', '-auto-approve', '-input=false')).toMatchObject({ code: 0 });
    expect(shop.services()).toEqual([]);
  },
};
