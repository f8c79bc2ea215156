import { serviceCode, takeoverCode } from '../../src/domain';

const fork = {
  project: 'prod',
  service_name: 'orders-investigation',
  service_type: 'pg',
  plan: 'business-4',
  cloud_name: 'aws-eu-central-1',
  user_config: { service_to_fork_from: 'orders-pg', recovery_target_time: '2026-11-18T09:00:00Z' },
};

describe('serviceCode', () => {
  test('writes a fork in four languages', () => {
    expect(serviceCode(fork)).toEqual({
      typescript: [
        "new Service(stack, 'orders-investigation', {",
        "  project: 'prod',",
        "  serviceName: 'orders-investigation',",
        "  serviceType: 'pg',",
        "  plan: 'business-4',",
        "  cloudName: 'aws-eu-central-1',",
        '  userConfig: {',
        "    serviceToForkFrom: 'orders-pg',",
        "    recoveryTargetTime: '2026-11-18T09:00:00Z',",
        '  },',
        '});',
      ].join('\n'),
      hcl: [
        'resource "forkcast_service" "orders_investigation" {',
        '  project      = "prod"',
        '  service_name = "orders-investigation"',
        '  service_type = "pg"',
        '  plan         = "business-4"',
        '  cloud_name   = "aws-eu-central-1"',
        '',
        '  user_config {',
        '    service_to_fork_from = "orders-pg"',
        '    recovery_target_time = "2026-11-18T09:00:00Z"',
        '  }',
        '}',
      ].join('\n'),
      cli:
        'forkcast service create orders-investigation --project prod -t pg -p business-4 --cloud aws-eu-central-1 ' +
        '--service-to-fork-from orders-pg --recovery-target-time 2026-11-18T09:00:00Z',
      curl: [
        'curl --fail-with-body "$FORKCAST_REGISTRY/v1/project/prod/service" \\',
        '  -H "Authorization: aivenv1 $FORKCAST_TOKEN" \\',
        "  -H 'Content-Type: application/json' \\",
        '  --data \'{"service_name":"orders-investigation","service_type":"pg","plan":"business-4","cloud":"aws-eu-central-1",' +
          '"user_config":{"service_to_fork_from":"orders-pg","recovery_target_time":"2026-11-18T09:00:00Z"}}\'',
      ].join('\n'),
    });
  });

  test('writes for a real account the command line of the vendor, a value inside of another by its path', () => {
    const settings = {
      ...fork.user_config,
      admin_password: 'open sesame',
      pg: { work_mem: 8 },
      ip_filter: ['10.0.0.0/8'],
    };
    const service = { ...fork, disk_space_mb: 184_321, termination_protection: true, user_config: settings };
    expect(serviceCode(service, { account: 'real' }).cli).toBe(
      [
        'avn service create orders-investigation --project prod --service-type pg --plan business-4 --cloud aws-eu-central-1',
        '--disk-space-gib 181 --enable-termination-protection -c service_to_fork_from=orders-pg',
        '-c recovery_target_time=2026-11-18T09:00:00Z -c pg.work_mem=8 -c \'ip_filter=["10.0.0.0/8"]\'',
        '-c admin_password="$ADMIN_PASSWORD"',
      ].join(' '),
    );
    expect(serviceCode(service, { account: 'real' }).curl).toBe(serviceCode(service).curl);
  });

  test('writes no template of Terraform’s where a text only looks like one', () => {
    const { hcl } = serviceCode({ ...fork, tags: { team: 'a ${b} %{if} "c"', odd: '\\b\b' } });
    expect(hcl).toContain('  tags         = { team = "a $${b} %%{if} \\"c\\"", odd = "\\\\b\\u0008" }');
  });

  test('has no secret, but the environment variable that it is read from', () => {
    const secret = { ...fork, user_config: { ...fork.user_config, admin_password: 'open sesame' } };
    const { typescript, hcl, cli, curl } = serviceCode(secret);
    expect(JSON.stringify({ typescript, hcl, cli, curl })).not.toContain('sesame');
    expect(typescript).toContain("    adminPassword: {\n      fromEnvironment: 'ADMIN_PASSWORD',\n    },\n");
    expect(hcl).toContain('  secrets      = { admin_password = "ADMIN_PASSWORD" }\n');
    expect(cli).toMatch(/ -c admin_password="\$ADMIN_PASSWORD"$/);
    expect(curl).toContain(`"admin_password":"'"$ADMIN_PASSWORD"'"}`);
  });
});

test('takeoverCode imports what its resource declares', () => {
  expect(takeoverCode(fork).typescript).toContain("  resource.importFrom('prod/orders-investigation');\n}");
  expect(takeoverCode(fork).hcl.split('\n').slice(0, 6)).toEqual([
    'import {',
    '  to = forkcast_service.orders_investigation',
    '  id = "prod/orders-investigation"',
    '}',
    '',
    'resource "forkcast_service" "orders_investigation" {',
  ]);
});
