import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceBlocksIn } from '../../src/cli/source-blocks';
import { findSourceBlock } from '../../src/intake';
import { aShell } from './a-registry';
import { json } from './a-terminal';

/** A folder of its own with these files. */
const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-places-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

const example = join(__dirname, '../../examples/review');

describe('review of a plan, with the demo world', () => {
  const shell = aShell();
  beforeAll(async () => {
    cpSync(example, shell.folder.path, { recursive: true });
    await shell.story(
      'registry init --world demo --seed 42 --profile instant --clock frozen --at 2026-11-20T08:00:00Z',
    );
  });
  const read = (name: string): string => readFileSync(join(shell.folder.path, name), 'utf8');

  test('ends with 1 for an error, and names what is destroyed, file and line', async () => {
    const { exitCode, out } = await shell.run('review plan.json --source .');
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /^stop: Do not apply: 2 errors in 2 services\. It destroys 1 live service: analytics\/reports-rehearsal-pg\. \(6 services judged\)$/m,
    );
    expect(out).toContain('aiven_pg.rehearsal at main.tf:34');
  });

  test('check --source gives SARIF a place, inside a module too', async () => {
    const { out } = await shell.run('check plan.json --source . --format sarif');
    expect(out).toContain('"uri": "main.tf"');
    const blocks = sourceBlocksIn(
      folderWith({
        'main.tf':
          'module "eu" {\n  source = "./regions/eu"\n  count = 1\n}\nmodule "pg" { source = "acme/pg/aiven" }\n' +
          'resource "aiven_service" old {}\nmodule "far" {\n  source = "git::https://example.com/far"\n}\n',
        'regions/eu/main.tf': '# inner\nmodule "inner" {\n  source = "../copies"\n}\n',
        'regions/copies/copies.tf': '\n\nresource "aiven_pg" "copy" {\n}\n',
        'more.tf.json': JSON.stringify({ resource: { aiven_mysql: { copy: [{ plan: 'x' }] } } }, null, 2),
        '.terraform/modules/modules.json': JSON.stringify({
          Modules: [
            { Key: '', Dir: '.' },
            { Key: 'pg', Dir: '.terraform/modules/pg' },
          ],
        }),
        '.terraform/modules/pg/main.tf': 'resource "aiven_pg" "this" {\n}\n',
      }),
      '.',
    );
    const placeOf = (address: string): string => {
      const block = findSourceBlock({ address }, blocks);
      return block === undefined ? 'nowhere' : `${block.file}:${block.line}`;
    };
    expect(placeOf('module.eu[0].module.inner.aiven_pg.copy["a"]')).toBe('regions/copies/copies.tf:3');
    expect(placeOf('module.pg["x"].aiven_pg.this')).toBe('.terraform/modules/pg/main.tf:1');
    // Of a module whose source is elsewhere, the call is the nearest line that there is.
    expect(placeOf('module.far["a.b"].module.deep[0].aiven_pg.this')).toBe('main.tf:7');
    expect(placeOf('module.eu[0].module.gone.aiven_pg.this')).toBe('main.tf:1');
    expect(placeOf('aiven_mysql.copy')).toBe('more.tf.json:4');
    expect(placeOf('aiven_service.old')).toBe('main.tf:6');
    expect(findSourceBlock({ address: 'aiven_pg.none' }, blocks)).toBeUndefined();
  });

  test.each(['text', 'markdown', 'html', 'sarif', 'junit', 'github'])(
    'a stored review is shown in %s as the review itself was',
    async (format) => {
      await shell.run('review plan.json --format json --out review.json');
      const direct = await shell.run(`review plan.json --format ${format}`);
      const later = await shell.run(`review --from review.json --format ${format}`);
      expect(later.out).toBe(direct.out);
      expect([direct.exitCode, later.exitCode]).toEqual([1, 1]);
    },
  );

  test('--format json on stdout is the stored form', async () => {
    await shell.run('review plan.json --format json --out review.json');
    expect((await shell.run('review plan.json --format json')).out).toBe(read('review.json'));
  });

  test('a card that is too long goes on in further files', async () => {
    const { out } = await shell.run('review plan.json --format markdown --max-length 8192 --out cards/card.md');
    const names = readdirSync(join(shell.folder.path, 'cards')).sort();
    expect(names).toEqual(['card-2.md', 'card.md']);
    for (const name of names) expect(Buffer.byteLength(read(`cards/${name}`))).toBeLessThanOrEqual(8_192);
    expect(out.match(/^written: /gm)).toHaveLength(2);
  });

  test.each([
    ['review', 'give one of the two'],
    ['review plan.json --from review.json', 'give one of the two'],
    ['review plan.json --max-length 9000', 'with --format markdown'],
    ['review plan.json --format markdown --max-length 8191', '8192'],
    ['review plan.json --format pdf', 'Allowed: text, json, markdown'],
    ['review --from main.tf', 'no stored review'],
  ])('%s is a usage error', async (line, message) => {
    await shell.run('review plan.json --format json --out review.json');
    const { exitCode, err } = await shell.run(line);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test.each(['sarif', 'junit', 'github'])('check gives %s too, as the review does', async (format) => {
    const checked = await shell.run(`check plan.json --format ${format}`);
    expect(checked.out).toBe((await shell.run(`review plan.json --format ${format}`)).out);
    expect(checked.exitCode).toBe(1);
  });

  test('--source that is no folder cannot be read', async () => {
    expect((await shell.run('review plan.json --source nowhere')).exitCode).toBe(3);
  });

  test('the JSON of an error is one object', async () => {
    expect(json(await shell.run('review nowhere.json --format json'))).toMatchObject({ error: { code: 'FC_INTAKE' } });
  });
});
