import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInputs } from '../../src/intake';

const folder = join(__dirname, 'carrier-plans');
const read = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/**
 * What Terraform 1.11 planned for a service of the local-exec backend, by `terraform show -json`: the identity holds the fields, and a run
 * without fields makes the service.
 */
const plans = [
  ['created', 'create', 'the first apply'],
  ['unchanged', 'no-op', 'nothing'],
  ['plan-changed', 'update', 'a change of a field, though the run is replaced'],
  ['run-tainted', 'update', 'a run that failed and runs again'],
  ['moved', 'update', 'an id that changed, with movedFrom'],
  ['id-changed', 'create', 'an id that changed without movedFrom: a second service of the name'],
  ['name-changed', 'replace', 'another name: the command ends the service of the old one'],
  ['name-accepted', 'replace', 'another name, with the loss accepted, where what was made is remembered'],
  ['name-given-up', 'create', 'another name, where the first one was refused'],
  ['another-registry', 'update', 'a command that runs again for another registry'],
  ['replaced', 'replace', '-replace of the identity'],
  ['destroyed', 'delete', 'terraform destroy: the command runs'],
  ['taken-out', 'read', 'a construct that was taken out: no command runs'],
  ['upgraded-terraform_data', 'update', 'a state of version 0.1.0'],
  ['upgraded-null_resource', 'update', 'a state of version 0.1.0 of null_resource'],
] as const;

test('the kept plans are those of the table', () => {
  expect(readdirSync(folder).sort()).toEqual(plans.map(([name]) => `${name}.json`).sort());
});

test.each(plans)('%s is read as %s: %s', (name, kind) => {
  const requests = readInputs(read, [join(folder, `${name}.json`)]).filter(
    ({ serviceName }) => serviceName.known && serviceName.value !== 'pg-source',
  );
  const kinds = requests.map(({ change }) => change?.kind);
  // Taken out under one id and declared under another: both are told.
  expect(name === 'id-changed' ? kinds.filter((found) => found !== 'read') : kinds).toEqual([kind]);
});

test.each([
  ['replaced', 'replace_by_request', 'pg-fork'],
  ['name-changed', 'replace_because_cannot_update', 'pg-other'],
])('a tainted identity is forgotten without its command, so its service stays: %s', (name, reason, made) => {
  const tainted = (path: string) =>
    read(path)?.replace(`"action_reason": "${reason}"`, '"action_reason": "replace_because_tainted"');
  const found = readInputs(tainted, [join(folder, `${name}.json`)]).map(({ address, serviceName, change }) => [
    address,
    serviceName.known ? serviceName.value : undefined,
    change?.letGo ?? change?.kind,
  ]);
  expect(found).toContainEqual(['reh/fork (left behind)', 'pg-fork', 'forgotten']);
  expect(found).toContainEqual(['reh/fork', made, 'create']);
});

test('a fork waits for its source, through the run of the source', () => {
  const requests = readInputs(read, [join(folder, 'upgraded-terraform_data.json')]);
  expect(requests.map(({ address, after, source }) => ({ address, after, source: source.kind }))).toEqual([
    { address: 'reh/fork', after: ['reh/source'], source: 'declared' },
    { address: 'reh/source', after: [], source: 'none' },
  ]);
});
