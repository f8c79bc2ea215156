import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { repositoryRoot } from '../source-tree';

const programs = {
  forkcast: 'dist/bin/forkcast.js',
  'terraform-provider-forkcast': 'dist/bin/terraform-provider-forkcast.js',
  cdktf: 'node_modules/cdktf-cli/bundle/bin/cdktf',
};

/** A checkout of one's own in a new folder, built and installed, with a shell whose `npx` finds the programs of both. */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-typed-'));
  private readonly others: string[] = [];
  private readonly bin = join(this.folder, '.bin');

  constructor() {
    for (const name of ['dist', 'node_modules']) symlinkSync(join(repositoryRoot, name), join(this.folder, name));
    for (const name of ['package.json', 'cdktf.json']) cpSync(join(repositoryRoot, name), join(this.folder, name));
    cpSync(join(repositoryRoot, 'examples'), join(this.folder, 'examples'), { recursive: true });
    mkdirSync(this.bin);
    for (const [name, path] of Object.entries(programs)) {
      const program = join(this.bin, name);
      writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${join(repositoryRoot, path)}" "$@"\n`);
      chmodSync(program, 0o755);
    }
    // What npx does with a program that is installed, without the second that it takes to find it.
    writeFileSync(join(this.bin, 'npx'), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  }

  /** Types lines, one after another, until one of them fails; `answers` are typed where a program asks. */
  type(lines: readonly string[], { at = '.', answers = '' }: { readonly at?: string; readonly answers?: string } = {}) {
    const { status, stdout, stderr } = spawnSync('bash', ['-euc', lines.join('\n')], {
      cwd: resolve(this.folder, at),
      encoding: 'utf8',
      input: answers,
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: '1',
        CI: 'true',
        NO_COLOR: '1',
        FORKCAST_REGISTRY: '',
        FORKCAST_PROJECT: '',
        TF_CLI_CONFIG_FILE: '',
        PATH: [this.bin, process.env['PATH']].join(delimiter),
      },
    });
    return { code: status, text: stripVTControlCharacters(`${stdout}${stderr}`) };
  }

  /** A folder of one's own, which lies in no checkout. */
  outside(): string {
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-own-'));
    this.others.push(folder);
    return folder;
  }

  remove(): void {
    for (const folder of [this.folder, ...this.others]) rmSync(folder, { recursive: true, force: true });
  }
}
