import type { FaultsBody } from '../../src/api';
import { pieces, type Step } from './provider-life';

const { head, service, main, fork, apply, plan, destroy, noChange } = pieces();

const struck = (operation: string, more: FaultsBody): FaultsBody => ({ operations: [operation], ...more });
const refused = (operation: string, status: NonNullable<FaultsBody['error_status']>, first: number): FaultsBody =>
  struck(operation, { error_rate: 1, error_status: status, first });
/** Carried out, and answered with an error. */
const lost = (operation: string, status: NonNullable<FaultsBody['error_after_success_status']>): FaultsBody =>
  struck(operation, { error_after_success_rate: 1, error_after_success_status: status, first: 1 });

const base = `${head}${main('16')}`;
const database = `
resource "aiven_pg_database" "shop" {
  project       = "demo"
  service_name  = aiven_pg.main.service_name
  database_name = "shop"
}
`;
const user = `
resource "aiven_pg_user" "ada" {
  project      = "demo"
  service_name = aiven_pg.main.service_name
  username     = "ada"
  password     = "Abcdef-123456"
}
`;
const integration = `
resource "aiven_service_integration_endpoint" "watch" {
  project       = "demo"
  endpoint_name = "watch"
  endpoint_type = "datadog"
  datadog_user_config {
    datadog_api_key = "0123456789abcdef0123456789abcdef"
  }
}
resource "aiven_service_integration" "watch" {
  project                 = "demo"
  integration_type        = "datadog"
  source_service_name     = aiven_pg.main.service_name
  destination_endpoint_id = aiven_service_integration_endpoint.watch.id
}
`;
const inside = `${base}${database}${user}${integration}`;
const pair = `${inside}${fork}`;

const taken = (name: string, [address, id] = ['aiven_pg.late', 'demo/late']): Step => ({
  name: `${name}: taken in by an import`,
  faults: null,
  run: ['import', '-no-color', '-input=false', address, id],
});
const late = service('late');

/**
 * What clients of the vendor's API learnt to expect of it, each by itself: what happens, and how the vendor's provider ends then.
 * @see terraform-provider-aiven 4.61.0, wait.go, service.go and database.go; go-client-codegen, retry.go (read 2026-11-27)
 */
export const lifeByLaws: readonly Step[] = [
  { name: 'a service, without faults', faults: null, write: base, run: apply },
  {
    ...{ name: '429 with "try again in 1s", thrice', run: plan, note: 'asked again' },
    faults: struck('ServiceGet', { error_rate: 1, error_status: 429, try_again_in_s: 1, first: 3 }),
  },
  { name: '501 of a read, twice', faults: refused('ServiceGet', 501, 2), run: plan, note: 'asked again' },
  {
    ...{ name: '500 for a database that was made', faults: lost('ServiceDatabaseCreate', 500), run: apply, code: 1 },
    ...{ write: `${base}${database}`, note: 'asked again, and ends with 409' },
  },
  taken('500 for a database that was made', ['aiven_pg_database.shop', 'demo/main/shop']),
  {
    ...{ name: '404 for a user of a service that is there', faults: refused('ServiceUserCreate', 404, 2) },
    ...{ write: `${base}${database}${user}`, run: apply, note: 'asked again' },
  },
  {
    ...{ name: '404 for an integration that was made', faults: refused('ServiceIntegrationGet', 404, 2) },
    ...{ write: inside, run: apply, note: 'asked again' },
  },
  { ...noChange('what was made under these'), faults: null },
  {
    ...{ name: 'a state that flickers, and passwords that are empty at first', write: pair, run: apply },
    ...{ faults: { unsteady_reads: 6, blank_password_reads: 4 }, note: 'waited for' },
  },
  { ...noChange('a fork made so'), faults: null },
  {
    ...{ name: '404 and 403 right after a create', faults: { unseen_reads: 2 }, write: `${pair}${late}`, run: apply },
    ...{ code: 1, note: 'ends with an error, and leaves the service' },
  },
  taken('404 and 403 right after a create'),
  {
    ...{ name: '500 for an end that was carried out', write: pair, run: apply, note: 'asked again, and found gone' },
    faults: lost('ServiceDelete', 500),
  },
  {
    ...{ name: '501 for a create that was carried out', write: `${pair}${late}`, run: apply, code: 1 },
    ...{ faults: lost('ServiceCreate', 501), note: 'asked again, and ends with 409' },
  },
  taken('501 for a create that was carried out'),
  { ...noChange('what was imported'), faults: null },
  {
    ...{ name: '417 for what something still hangs on, twice', faults: refused('ServiceDelete', 417, 2) },
    ...{ run: destroy, note: 'asked again' },
  },
];
