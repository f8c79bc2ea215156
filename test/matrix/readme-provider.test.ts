import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## As a Terraform provider')).split('\n## ', 2)[0] ?? '';
const script = /```sh\n(.*?)```/su.exec(section)?.[1] ?? '';

/** The demo has a test of its own; a checkout has no link to the program of its own package. */
const typed = script.replace(/^npm run demo:provider.*\n/mu, '');

whenTerraform("README's lines for the provider, in a checkout with a new registry", () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-readme-provider-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('make the source and its fork', () => {
    for (const name of ['dist', 'node_modules', 'package.json'])
      symlinkSync(join(repositoryRoot, name), join(folder, name));
    copyFileSync(join(repositoryRoot, 'cdktf.json'), join(folder, 'cdktf.json'));
    const shell = (text: string) =>
      spawnSync('bash', ['-euc', text], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          FORKCAST_REGISTRY: '',
          FORKCAST_PROJECT: '',
          PATH: [join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
        },
      });
    expect(shell('node dist/bin/forkcast.js registry init --profile instant')).toMatchObject({ status: 0 });
    const { status, stdout, stderr } = shell(typed.replaceAll('npx forkcast', 'node dist/bin/forkcast.js'));
    expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('Apply complete! Resources: 2 added')]);
  });
});
