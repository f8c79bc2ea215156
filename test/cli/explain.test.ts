import { refusalKinds } from '../../src/domain';
import { allRules } from '../../src/rules';
import { errorCodes } from '../../src/cli/explain/error-codes';
import { allPages } from '../../src/cli/explain/pages';
import { aShell } from './a-registry';
import { json } from './a-terminal';

const shell = aShell();

test('there is a page for every rule, refusal and error code', () => {
  const ids = [...allRules.map(({ id }) => id), ...Object.keys(refusalKinds), ...Object.keys(errorCodes)];
  expect(allPages().map(({ id }) => id)).toEqual(ids);
});

test.each(allPages().map(({ id, kind }) => [id, kind]))('explain %s', async (id, kind) => {
  const ran = await shell.run(`explain ${id} --format json`);
  expect([ran.exitCode, json(ran)]).toMatchObject([0, { id, kind }]);
});

test('the page of a rule says what, why, what it needs and where it is known from', async () => {
  const { out } = await shell.run('explain source/not-found');
  expect(out).toMatch(/^source\/not-found\n/);
  expect(out).toContain('Severity: error.');
  expect(out).toContain('The registry would refuse with: fork_source_not_found');
  expect(out).toContain('Where this is known from:\n  ');
});

test('without an id it lists them all', async () => {
  const { out } = await shell.run('explain');
  expect(out).toMatch(/^Rules, judged before apply\n {2}naming\//);
  expect(json(await shell.run('explain --format json'))).toHaveProperty('pages.length', allPages().length);
});

test.each([
  ['source/not-foudn', 'source/not-found'],
  ['fork_no_backup', 'fork_no_backups'],
  ['fork-key-changed', 'lifecycle/fork-key-changed'],
])('%s is unknown, and %s is near', async (wanted, nearest) => {
  const { exitCode, err } = await shell.run(`explain ${wanted}`);
  expect([exitCode, err]).toEqual([2, expect.stringContaining(`Did you mean ${nearest}?`)]);
});

test('what is near nothing is said to be unknown', async () => {
  const ran = await shell.run('explain xyzzy --format json');
  expect([ran.exitCode, json(ran)]).toMatchObject([2, { error: { code: 'FC_USAGE' } }]);
  expect(ran.err).not.toContain('Did you mean');
});
