import type { FaultsBody } from '../../src/api';

/** One step of a life of a fork, as whoever runs Terraform takes it. */
export interface Step {
  readonly name: string;
  /** The configuration from here on; absent: as before. */
  readonly write?: string;
  /** Faults from here on; null: none any more; absent: as before. */
  readonly faults?: FaultsBody | null;
  /** What somebody else does meanwhile, at the API. */
  readonly meanwhile?: readonly (readonly ['PUT' | 'DELETE' | 'POST', string, object?])[];
  readonly run: readonly string[];
  /** The code that Terraform ends with, @default 0. */
  readonly code?: number;
  /** How often it may be run until it ends so, @default 1. */
  readonly tries?: number;
  /** How the client behaves then. */
  readonly note?: string;
}

/** Pieces of the configurations and of the commands that lives are made of. */
export const pieces = () => ({ head, service, main, fork, apply, plan, destroy, noChange });

const head = `
terraform {
  required_providers {
    aiven = { source = "aiven/aiven" }
  }
}
`;

const service = (name: string, more = ''): string => `
resource "aiven_pg" "${name}" {
  project      = "demo"
  service_name = "${name}"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
${more}
}
`;

const members = `
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
resource "aiven_static_ip" "address" {
  project    = "demo"
  cloud_name = "google-europe-west1"
}
`;

const settings = (...lines: readonly string[]): string => `  pg_user_config {\n    ${lines.join('\n    ')}\n  }`;
const main = (version: string, ...more: readonly string[]): string =>
  service('main', settings(`pg_version = "${version}"`, ...more));
const forkKey = 'service_to_fork_from = aiven_pg.main.service_name';
const secondRegion = 'additional_backup_regions = ["google-europe-west4"]';
const fork = service('copy', settings(forkKey, 'pg_version = "16"'));
/** A replica is one from its creation: its integration stands in the service itself. */
const replicated = service(
  'replica',
  `${settings('pg_version = "16"')}
  service_integrations {
    integration_type    = "read_replica"
    source_service_name = aiven_pg.main.service_name
  }`,
);

const apply = ['apply', '-auto-approve', '-no-color', '-input=false'] as const;
const plan = ['plan', '-detailed-exitcode', '-no-color', '-input=false'] as const;
const destroy = ['destroy', '-auto-approve', '-no-color', '-input=false'] as const;
const noChange = (name: string): Step => ({ name: `${name}: no change after it`, run: plan });

const first = `${head}${main('16')}${members}`;
const whole = `${first}${fork}`;

/** A fork from the vendor's provider and all that surrounds it, with what others do behind its back. */
export const lifeOf = (instant: () => string): readonly (() => Step)[] => {
  const at = (name: string) =>
    service(name, settings(forkKey, 'pg_version = "16"', `recovery_target_time = "${instant()}"`));
  return [
    () => ({ name: 'a service with users, databases, pools and an address', write: first, run: apply }),
    () => ({ name: 'a fork', write: whole, run: apply }),
    () => noChange('a fork'),
    () => ({ name: 'a replica', write: `${whole}${replicated}`, run: apply }),
    () => noChange('a replica'),
    () => ({ name: 'a replica let go', write: whole, run: apply }),
    () => ({ name: 'a fork at an instant', write: `${whole}${at('earlier')}`, run: apply }),
    () => ({ name: 'a fork at an instant, ended', write: whole, run: apply }),
    () => ({
      ...{ name: 'drift is seen', run: plan, code: 2 },
      meanwhile: [['PUT', '/v1/project/demo/service/copy', { plan: 'business-8' }]],
    }),
    () => ({ name: 'drift is mended', run: apply }),
    () => noChange('drift'),
    () => ({
      ...{ name: 'a deletion behind the back is seen', run: plan, code: 2 },
      meanwhile: [['DELETE', '/v1/project/demo/service/copy']],
    }),
    () => ({ name: 'the fork is made again', run: apply }),
    () => ({ name: 'the state is lost, for one service', run: ['state', 'rm', 'aiven_pg.copy'] }),
    () => ({ name: 'import', run: ['import', '-no-color', '-input=false', 'aiven_pg.copy', 'demo/copy'] }),
    () => noChange('import'),
    () => ({
      name: 'a second backup region',
      write: `${head}${main('16', secondRegion)}${members}${fork}`,
      run: apply,
    }),
    () => ({ name: 'an upgrade', write: `${head}${main('17', secondRegion)}${members}${fork}`, run: apply }),
    () => noChange('an upgrade'),
    () => ({ name: 'destroy', run: destroy }),
  ];
};

/** What is refused for now, and answered late: what fails is run again, and ends well. */
const busy: FaultsBody = { seed: 'laws', latency_ms: { min: 0, max: 300 }, error_rate: 0.06, error_status: 503 };
/** What is done although its answer is an error. */
const lost: FaultsBody = { operations: ['ServiceCreate'], error_after_success_rate: 1 };

/** The same under what clients of the vendor's API learnt to expect of it. */
export const lifeUnderFaults: readonly Step[] = [
  { name: 'a fork, of an API that is busy', faults: busy, write: whole, run: apply, tries: 4 },
  { ...noChange('a fork, of an API that is busy'), tries: 3 },
  { name: 'destroy, of an API that is busy', run: destroy, tries: 4 },
  { name: 'a service for a fork whose answer is lost', faults: null, write: `${head}${main('16')}`, run: apply },
  { name: 'a fork whose answer is lost', faults: lost, write: `${head}${main('16')}${fork}`, run: apply, code: 1 },
  {
    name: 'it is there, and imported',
    faults: null,
    run: ['import', '-no-color', '-input=false', 'aiven_pg.copy', 'demo/copy'],
  },
  noChange('a fork whose answer is lost, imported'),
  { name: 'destroy, after it', run: destroy },
];
