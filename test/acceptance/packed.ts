import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../source-tree';

interface Ran {
  readonly code: number | null;
  readonly text: string;
}

/**
 * A stranger's folder with the packed package installed in it, beside those of its peers that are named: nothing of the network.
 * `npm test` packs once for all of them.
 */
export class PackedProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-packed-'));
  /** What was installed. */
  tarball = '';
  private readonly modules = join(this.folder, 'node_modules');

  install(...others: readonly string[]): void {
    mkdirSync(this.modules);
    this.tarball = process.env['FORKCAST_PACKED'] ?? this.pack();
    expect(this.run('tar', ['-xzf', this.tarball, '-C', this.modules])).toMatchObject({ code: 0 });
    expect(this.run('mv', ['package', 'forkcast'], { cwd: this.modules })).toMatchObject({ code: 0 });
    for (const name of ['zod', '@photostructure/sqlite', ...others]) {
      const place = join(this.modules, name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(repositoryRoot, 'node_modules', name), place);
    }
  }

  private pack(): string {
    const packed = this.run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', this.folder], {
      cwd: repositoryRoot,
    });
    expect(packed).toMatchObject({ code: 0 });
    return join(this.folder, packed.text.trim());
  }

  /** As a pipeline runs it: `CI` is set there, and no output is a terminal. */
  run(program: string, args: readonly string[], { cwd = this.folder, env = {} }: RunOptions = {}): Ran {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CHECKPOINT_DISABLE: '1', CI: 'true', FORKCAST_REGISTRY: '', ...env },
    });
    return { code: status, text: `${stdout}${stderr}${error?.message ?? ''}` };
  }

  node(...args: readonly string[]): Ran {
    return this.run(process.execPath, args);
  }

  forkcast(...args: readonly string[]): Ran {
    return this.node(join(this.modules, 'forkcast/dist/bin/forkcast.js'), ...args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}
