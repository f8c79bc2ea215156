import { ProviderWorkshop } from '../acceptance/provider-workshop';
import { whenTerraform } from '../acceptance/workshop';

const block = (name: string, more: string, settings = 'service_to_fork_from = "orders"'): string => `
resource "forkcast_service" "${name}" {
  service_name = "${name}"
  service_type = "pg"
  plan         = var.plan
  cloud_name   = "google-europe-west1"
  ${more}
  user_config {
    ${settings}
  }
}
`;
const variables = `
variable "plan" { default = "business-4" }
variable "time" {
  type    = string
  default = null
}
`;
const copy = { project: 'demo', service: 'copy' } as const;

whenTerraform('what plain configurations of forks do, by terraform', () => {
  let shop: ProviderWorkshop;
  beforeEach(async () => {
    shop = await ProviderWorkshop.open();
  });
  afterEach(() => shop.close());

  const made = async (text: string): Promise<void> => {
    await shop.init(`${variables}${text}`);
    expect(await shop.apply()).toMatchObject({ code: 0 });
  };
  const plan = (...more: readonly string[]) => shop.terraform('plan', '-input=false', ...more);

  test('a key that moves on says how to keep the fork and how to end all, and both hold', async () => {
    const newest = 'data "forkcast_recovery_windows" "orders" { service_name = "orders" }\n';
    const settings =
      'service_to_fork_from = "orders"\n    recovery_target_time = timeadd(data.forkcast_recovery_windows.orders.now, "-10h")';
    await made(`${newest}${block('copy', '', settings)}`);
    shop.world.advance(86_400_000);
    const { text } = await plan();
    expect(text).toMatch(/ignore_changes =\s+\[user_config\.recovery_target_time\]/);
    expect(text).toMatch(/terraform destroy\s+-refresh=false/);
    const ignoring = '  lifecycle {\n    ignore_changes = [user_config.recovery_target_time]\n  }\n';
    shop.write(`${variables}${newest}${block('copy', ignoring, settings)}`);
    expect(await shop.planned()).toEqual({});
    shop.write(`${variables}${newest}${block('copy', '', settings)}`);
    expect(await shop.terraform('destroy', '-auto-approve', '-input=false', '-refresh=false')).toMatchObject({
      code: 0,
    });
    expect(shop.services()).toEqual([]);
  });

  test('an import keeps the tags, the protection and the settings that no line mentions', async () => {
    const found = { tags: { team: 'shop' }, terminationProtection: true } as const;
    await made(block('copy', 'tags = { team = "shop" }\n  termination_protection = true\n'));
    shop.world.run({ type: 'UpdateService', ...copy, userConfig: { work_mem: 8 } });
    await shop.terraform('state', 'rm', 'forkcast_service.copy');
    const bare = block('copy', '').replace(/ {2}user_config \{[^}]*\}\n/, '');
    const imported = 'import {\n  to = forkcast_service.copy\n  id = "demo/copy"\n}\n';
    shop.write(`${variables}${imported}${bare}`);
    expect((await plan()).text).toMatch(/shows\s+its\s+settings\s+as\s+taken\s+away:\s+they\s+stay/);
    expect(await shop.apply()).toMatchObject({ code: 0 });
    expect(await shop.planned()).toEqual({});
    expect(shop.world.registry.findService(copy)?.facts).toMatchObject(found);
    expect(shop.world.registry.findService(copy)?.facts.userConfig).toMatchObject({ work_mem: 8 });
  });

  test('another plan is decided in the plan: its disk is known, and no warning is left', async () => {
    await made(block('copy', ''));
    const { text } = await plan('-var=plan=business-8');
    expect(text).toMatch(/disk_space_mb +(= )?\d+ -> \d+/);
    expect(text).not.toMatch(/Warning|could not be decided/);
  });

  test('a fork that was powered off stays off, through plans and changes, until it is written otherwise', async () => {
    await made(block('copy', ''));
    shop.world.run({ type: 'UpdateService', ...copy, powered: false });
    expect(await shop.planned()).toEqual({});
    shop.write(`${variables}${block('copy', 'tags = { team = "shop" }')}`);
    expect(await shop.apply()).toMatchObject({ code: 0 });
    expect(shop.world.registry.findService(copy)).toMatchObject({ facts: { state: 'POWEROFF' } });
    shop.write(`${variables}${block('copy', 'tags = { team = "shop" }\n  powered = true')}`);
    expect(await shop.apply()).toMatchObject({ code: 0 });
    shop.write(`${variables}${block('copy', 'tags = { team = "shop" }')}`);
    expect(await shop.planned()).toEqual({});
    expect(shop.world.registry.findService(copy)).toMatchObject({ facts: { state: 'RUNNING' } });
  });

  test('a disk that is null by way of an expression is the disk of the plan: check decides all that the plan did', async () => {
    const disks = {
      variable: 'var.disk',
      conditional: 'var.time == null ? null : 184320',
      local: 'local.disk',
      looked_up: 'lookup(local.sizes, "copy", null)',
    };
    const blocks = Object.entries(disks).map(([name, disk]) =>
      block(name.replace('_', '-'), `disk_space_mb = ${disk}`),
    );
    const each = block('each', 'disk_space_mb = each.value.disk\n  for_each = { a = { disk = local.disk } }');
    const locals =
      'variable "disk" {\n  type    = number\n  default = null\n}\nlocals {\n  disk  = null\n  sizes = {}\n}\n';
    await shop.init(`${variables}${locals}${blocks.join('')}${each}`);
    const { code, text } = await shop.checked();
    expect(text).toMatch(/, 0 undecided/);
    expect(code).toBe(0);
    expect(await shop.apply()).toMatchObject({ code: 0 });
    expect(await shop.planned()).toEqual({});
  });

  test('two exclusive recovery points through a variable that is null validate, plan and work', async () => {
    const settings = 'service_to_fork_from = "orders"\n    recovery_target_time = var.time';
    await shop.init(`${variables}${block('copy', 'latest_transaction = var.time == null', settings)}`);
    expect((await shop.terraform('validate')).code).toBe(0);
    expect(await shop.apply()).toMatchObject({ code: 0 });
    expect(await shop.planned()).toEqual({});
  });
});
