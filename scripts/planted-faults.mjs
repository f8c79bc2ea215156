// Plants each fault of test/faults/faults.json in a copy of this tree, runs the tests that guard rules and registry, and writes which of
// them found it: docs/planted-faults.md. `npm run faults -- [ID…]` plants those alone, and writes nothing.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a fault without `tests` of its own is looked for by. */
const suites = [
  'test/differential',
  'test/second-reading',
  'test/registry/fork-story.prop.test.ts',
  'test/registry/latest-transaction.test.ts',
  'test/registry/access-history.test.ts',
  'test/registry/fork-contents.test.ts',
  'test/registry/backup-region.test.ts',
  'test/registry/power.test.ts',
  'test/registry/removal.test.ts',
  'test/registry/replica.test.ts',
  'test/registry/upgrade.test.ts',
  'test/registry/refusals.test.ts',
  'test/rules/examples.test.ts',
  'test/domain/recovery.test.ts',
];

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);
const faults = JSON.parse(readFileSync(join(root, 'test/faults/faults.json'), 'utf8'));
const wanted = process.argv.slice(2);

const plantedCopy = () => {
  const copy = mkdtempSync(join(tmpdir(), 'forkcast-faults-'));
  for (const entry of [
    'src',
    'test',
    'package.json',
    'jest.config.js',
    'tsconfig.json',
    'tsconfig.base.json',
    'scripts',
  ])
    cpSync(join(root, entry), join(copy, entry), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};

/** Test files in which a test failed. */
const failingFiles = async (copy, tests = suites) => {
  const args = [
    'jest',
    ...tests,
    '--selectProjects',
    'fast',
    'integration',
    '--json',
    '--silent',
    '--outputFile',
    'result.json',
  ];
  await run('npx', args, { cwd: copy, maxBuffer: 1e9, env: { ...process.env, FORKCAST_WHOLE: '1' } }).catch(
    () => undefined,
  );
  const { testResults } = JSON.parse(readFileSync(join(copy, 'result.json'), 'utf8'));
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => name.slice(name.indexOf('/test/') + '/test/'.length))
    .sort();
};

const copy = plantedCopy();
const rows = [];
try {
  for (const fault of faults.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
    const path = join(copy, fault.file);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace(fault.find, fault.replace));
    const found = await failingFiles(copy, fault.tests);
    writeFileSync(path, before);
    rows.push(`| ${fault.what} | \`${fault.file}\` | ${found.length === 0 ? '**nobody**' : found.join('<br>')} |`);
    process.stdout.write(`${rows.at(-1)}\n`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

const page = `# Faults planted on purpose

Each of these faults was put into the sources, one at a time, and these tests ran: the differential run of rules against registry, the
second readings, the random stories against a naive model, and the tests of what is concerned; for ownership, renames and the rules
that look at a policy those alone. The table says which found it.
\`npm run faults\` plants them again and writes this page; a fault in what rules and registry share is found by neither of the two, but by
the second readings.

| fault | where | found by |
|---|---|---|
${rows.join('\n')}
`;
if (wanted.length === 0) writeFileSync(join(root, 'docs/planted-faults.md'), page);
