import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { PackedProject } from './packed';
import { whenTerraform } from './workshop';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## In your own project')).split('\n## ', 2)[0] ?? '';
const blocks = [...section.matchAll(/(?:`([\w.]+)`:\n\n)?```(\w+)\n(.*?)```/gsu)].map(
  ([, file, language = '', text = '']) => ({ file, language, text }),
);
const scripts = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);

/** Only a clock that stands still can be advanced; a reader waits, as the section says. */
const still = 'registry init --clock frozen --profile instant';

/** The compiler; what it is asked for again over the same text it has written already, which a destroy after a deploy does. */
const compileOnce = `#!/bin/sh
bin="$(dirname "$0")"
asked="$*
$(cat main.ts)"
[ "$(cat "$bin/.compiled" 2>/dev/null)" = "$asked" ] && exit 0
"$bin/../typescript/bin/tsc" "$@" && printf %s "$asked" >"$bin/.compiled"
`;

whenTerraform("README's own project, from the packed package in an empty folder", () => {
  const project = new PackedProject();
  afterAll(() => project.remove());

  const bin = join(project.folder, 'node_modules/.bin');

  const shell = (script: string) =>
    project.run('bash', ['-euc', script.replace('registry init', still)], {
      env: { TF_CLI_CONFIG_FILE: '', PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, FORKCAST_PROJECT: '' },
    });

  beforeAll(() => {
    const [install = ''] = scripts;
    const asked = [...install.matchAll(/^npm install (?:--save-dev )?(.*)$/gm)].flatMap(([, names = '']) =>
      names.split(' ').filter((name) => !name.endsWith('.tgz')),
    );
    const installed: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
    );
    // What the section asks for is what is tested here, so that a link to it is as good as npm.
    const names = asked.map((one) => one.slice(0, one.lastIndexOf('@')));
    expect(asked).toEqual(names.map((name) => `${name}@${installed.devDependencies[name] ?? ''}`));
    project.install(...names, 'undici-types');
    mkdirSync(bin, { recursive: true });
    const programs = {
      cdktf: 'cdktf-cli/bundle/bin/cdktf',
      forkcast: 'forkcast/dist/bin/forkcast.js',
    };
    for (const [name, path] of Object.entries(programs)) symlinkSync(join('..', path), join(bin, name));
    writeFileSync(join(bin, 'tsc'), compileOnce, { mode: 0o755 });
    // What npx does with a program that is installed, without the second that it takes to find it.
    writeFileSync(join(bin, 'npx'), '#!/bin/sh\nprogram="$1"; shift\nexec "$(dirname "$0")/$program" "$@"\n', {
      mode: 0o755,
    });
    writeFileSync(join(project.folder, 'package.json'), '{ "name": "my-forks", "private": true }');
    for (const { file, text } of blocks) if (file !== undefined) writeFileSync(join(project.folder, file), text);
  }, 60_000);

  test('writes the files that it shows, and needs no other', () => {
    expect(blocks.flatMap(({ file }) => file ?? [])).toEqual(['cdktf.json', 'main.ts', '.gitignore']);
    expect(scripts).toHaveLength(4);
  });

  test('makes a first fork by commands, and ends it', () => {
    const [, prepare = '', deploy = ''] = scripts;
    expect(shell(prepare)).toMatchObject({ code: 0 });
    expect(shell('npx forkcast registry advance 1h')).toMatchObject({ code: 0 });
    const made = shell(deploy);
    expect([made.code, made.text]).toEqual([0, expect.stringMatching(/copied +databases +defaultdb/)]);
  }, 300_000);

  test('makes the same by the provider', () => {
    const provider = scripts[3] ?? '';
    const main = join(project.folder, 'main.ts');
    writeFileSync(
      main,
      readFileSync(main, 'utf8').replace("project: 'demo' }", "project: 'demo', backend: 'provider' }"),
    );
    const again = shell(provider);
    expect([again.code, again.text]).toEqual([0, expect.stringContaining('Apply complete! Resources: 1 added')]);
    expect(existsSync(join(project.folder, 'main.js'))).toBe(true);
  }, 300_000);

  test('has every page and picture that the README links to', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)/g)].flatMap(([, target = '']) =>
      target.startsWith('http') ? [] : target,
    );
    const packed = join(project.folder, 'node_modules/forkcast');
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !existsSync(join(packed, target)))).toEqual([]);
    expect(dirname(packed)).toContain(project.folder);
  });
});
