import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hclFaults, type Schemas } from '../pages/hcl-laws';
import { readHcl } from '../pages/hcl';
import { pages } from '../pages/typed-lines';
import { repositoryRoot } from '../source-tree';
import { aProvider } from './a-provider';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** The configurations of a page, each as one text. */
const written = pages.flatMap((page) =>
  [...read(page).matchAll(/^ *```hcl\n(.*?)^ *```$/gmsu)].map(([, text = '']) => [page, text] as const),
);

const files = readdirSync(join(repositoryRoot, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?!.*node_modules).*\.tf$/u.test(file))
  .map((file) => [`examples/${file}`, read(`examples/${file}`)] as const);

let schemas: Schemas;
beforeAll(async () => {
  schemas = (await aProvider()).core.schemas;
});

const faultsOf = (text: string): readonly string[] => hclFaults(readHcl(text), schemas);

test.each([...written, ...files])('%s writes what the provider takes', (_page, text) => {
  expect(faultsOf(text)).toEqual([]);
});

test('pages write something of each kind', () => {
  const kinds = new Set(written.flatMap(([, text]) => readHcl(text).map(({ type }) => type)));
  const wanted = [
    'action',
    'ephemeral',
    'import',
    'lifecycle',
    'list',
    'moved',
    'provider',
    'removed',
    'resource',
    'terraform',
  ];
  expect([...kinds].sort()).toEqual(wanted);
});

test.each([
  ['provider "forkcast" {\n  projct = "demo"\n}', 'provider.forkcast has no projct'],
  ['provider "forkcast" {\n  real_forks = { most = 3, plan = ["a"] }\n}', 'provider.forkcast.real_forks has no plan'],
  ['resource "forkcast_service" "x" {\n  plan = "a"\n}', 'resource.forkcast_service.x lacks service_name'],
  ['resource "forkcast_fork" "x" {}', 'there is no resource forkcast_fork'],
  [
    'data "forkcast_backups" "x" {\n  service_name = "a"\n  newest = "b"\n}',
    'data.forkcast_backups.x.newest is not given by',
  ],
  ['list "forkcast_service" "x" {\n  filter = "a"\n}', 'list forkcast_service.x has no filter beside its config'],
  ['list "forkcast_service" "x" {\n  config {\n    owner = "a"\n  }\n}', 'list.forkcast_service.x has no owner'],
  [
    'action "forkcast_refresh" "x" {\n  config {\n    owner = "a"\n  }\n}',
    'action.forkcast_refresh.x lacks service_name',
  ],
  ['import {\n  to = forkcast_service.a\n}', 'import has one of id and identity'],
  [
    'import {\n  to = forkcast_service.a\n  identity = { name = "a" }\n}',
    'the identity of forkcast_service has no name',
  ],
  [
    'import {\n  to = forkcast_database.a\n  identity = { project = "a" }\n}',
    'the identity of forkcast_database lacks service_name',
  ],
  ['output "x" {\n  value = forkcast_service.a.adress\n}', 'forkcast_service.a.adress is not there'],
  [
    'output "x" {\n  value = ephemeral.forkcast_service_connection.a.uri\n}',
    'output.x.value may not be an ephemeral value',
  ],
  [
    'resource "forkcast_service_user" "x" {\n  service_name = "a"\n  username = ephemeral.random_password.a.result\n}',
    'resource.forkcast_service_user.x.username may not be an ephemeral value',
  ],
  ['resource "forkcast_service" "x" {\n  user_config {\n    work_mem = 8\n  }\n}', 'user_config has no work_mem'],
  [
    `resource "terraform_data" "x" {
      lifecycle {
        action_trigger {
          events  = [on_update]
          actions = [action.forkcast_restore.y]
        }
      }
    }`,
    'there is no action forkcast_restore',
  ],
])('%j is found', (text, fault) => {
  expect(faultsOf(text).join('\n')).toContain(fault);
});

test('what is no HCL is no configuration', () => {
  expect(() => readHcl('resource "forkcast_service" "x" {\n  plan = "a"\n')).toThrow('has no end');
  expect(() => readHcl('plan = "a"')).toThrow('No HCL');
});
