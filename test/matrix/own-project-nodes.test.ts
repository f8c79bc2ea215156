import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';

const folderOf = (name: string): string => mkdtempSync(join(tmpdir(), `forkcast-${name}-`));

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## In your own project')).split('\n## ', 2)[0] ?? '';
const blocks = [...section.matchAll(/(?:`([\w.]+)`:\n\n)?```(\w+)\n(.*?)```/gsu)];
const [install = '', prepare = '', byCommands = '', byProvider = ''] = blocks.flatMap(([, , language, text = '']) =>
  language === 'sh' ? [text] : [],
);

const nodes = ['22', '24'];
const tools = folderOf('nodes');
const run = (program: string, args: readonly string[], cwd: string, env = {}) => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', NO_COLOR: '1', FORKCAST_REGISTRY: '', FORKCAST_PROJECT: '', ...env },
  });
  return { code: status, text: stripVTControlCharacters(`${stdout}${stderr}`) };
};

/** Each Node as a package of npm, which runs no script when it is installed. */
const wanted = nodes.map((node) => `node${node}@npm:node-${process.platform}-${process.arch}@${node}`);
const isHere = run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], tools).code === 0;

/** Skipped, visibly, where npm has them not. */
const whenNodes = isHere ? whenTerraform : describe.skip;

whenNodes("README's own project as it is written, installed from the packed package by npm", () => {
  beforeAll(() => {
    const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', tools];
    expect(run('npm', args, repositoryRoot)).toMatchObject({ code: 0 });
  });
  afterAll(() => rmSync(tools, { recursive: true, force: true }));

  describe.each(nodes)('on Node %s', (node) => {
    const folder = folderOf(`node${node}`);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const bin = join(tools, 'node_modules', `node${node}`, 'bin');
    const type = (script: string) =>
      run('bash', ['-euc', script], folder, {
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        TF_CLI_CONFIG_FILE: '',
      });

    test('it is that Node, and npm installs what the section names', () => {
      expect(type('node --version').text).toMatch(new RegExp(`^v${node}\\.`));
      const ran = type(install.replace(/^npm pack .*\n/, '').replace('/tmp/', `${tools}/`));
      expect([ran.code, ran.text]).toEqual([0, expect.stringMatching(/added \d+ packages/)]);
      for (const [, file, , text = ''] of blocks) if (file !== undefined) writeFileSync(join(folder, file), text);
    });

    // Only a clock that stands still can be advanced; a reader waits, as the section says.
    test('makes a first fork by commands, and ends it', () => {
      const still = prepare.replace('registry init', 'registry init --clock frozen --profile instant');
      const ran = type(`${still}npx forkcast registry advance 1h\n${byCommands}`);
      expect([ran.code, ran.text]).toEqual([
        0,
        expect.stringMatching(/copied +databases +defaultdb[^]*Destroy complete!/),
      ]);
    });

    test('makes the same by the provider, shows no difference, and ends it', () => {
      const main = join(folder, 'main.ts');
      const declared = readFileSync(main, 'utf8');
      writeFileSync(main, declared.replace("project: 'demo' }", "project: 'demo', backend: 'provider' }"));
      const after = ['diff', 'destroy --auto-approve'].map((words) => `npx cdktf ${words} --skip-provider-lock`);
      const ran = type([byProvider, ...after, 'npx forkcast service list'].join('\n'));
      const says = /Apply complete! Resources: 1 added[^]*No changes\.[^]*Destroy complete! Resources: 1 destroyed/;
      expect([ran.code, ran.text]).toEqual([0, expect.stringMatching(says)]);
      expect(ran.text.slice(ran.text.indexOf('Destroy complete!'))).toContain('source-pg');
      expect(ran.text.slice(ran.text.indexOf('Destroy complete!'))).not.toContain('pg-copy');
    });
  });
});
