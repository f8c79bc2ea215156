import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiRequest, simulatorHeader } from '../../src/api';
import type { JsonValue } from '../../src/domain';
import { answerRequest } from '../../src/registry/http';
import { mirrorNull } from '../provider/null-provider/bundle';
import { aRow, aWorld, type World } from '../registry/world';
import { repositoryRoot as root } from '../source-tree';

/** A construct of the app: its id, and what it says beyond a plain pg. */
export interface Declared {
  readonly id: string;
  readonly props?: Readonly<Record<string, unknown>>;
  /** `importFrom` of the resource that holds it. */
  readonly imports?: boolean;
  /** `create_before_destroy`, written at the resource that holds it. */
  readonly early?: boolean;
}

export interface Ran {
  readonly code: number | null;
  readonly text: string;
}

/** Who dies before, or after, the next request of this kind is carried out. */
export interface Blow {
  readonly on: RegExp;
  readonly when: 'before' | 'after';
  readonly who: 'command' | 'terraform';
}

const app = `
const { App, TerraformStack } = require(${JSON.stringify(join(root, 'node_modules/cdktf'))});
const { Forkcast, Service } = require(${JSON.stringify(join(root, 'dist/index.js'))});
const { backend, stacks, blind } = JSON.parse(process.env.DECLARED);
const app = new App();
for (const [name, services] of Object.entries(stacks)) {
  const stack = new TerraformStack(app, name);
  new Forkcast(stack, 'forkcast', { project: 'demo', backend, ...(blind ? { facts: { read: () => undefined } } : {}) });
  for (const { id, props, imports, early } of services) {
    const plain = { serviceType: 'pg', serviceName: 'pg-fork', plan: 'business-4', cloudName: 'google-europe-west1' };
    const service = new Service(stack, id, { ...plain, ...props });
    if (imports) service.node.defaultChild.importFrom('demo/' + service.serviceName);
    if (early) service.node.defaultChild.addOverride('lifecycle.create_before_destroy', true);
  }
}
app.synth();
`;

/** The service that the scenes are about. */
export const fork = { project: 'demo', service: 'pg-fork' } as const;

/** A folder with an app, the real terraform or tofu, and a registry that this process serves, can swap, and lets nobody survive. */
export class Ground {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-ground-'));
  world: World = aWorld();
  backend = 'terraform_data';
  /** Where the constructs say that the registry is. */
  host: '127.0.0.1' | 'localhost' = '127.0.0.1';
  private blow: Blow | undefined;
  private running: number | undefined;
  private server: Server | undefined;

  /** `program` is terraform, or tofu. */
  private constructor(private readonly program: string) {}

  static async open(program = 'terraform'): Promise<Ground> {
    const ground = new Ground(program);
    writeFileSync(join(ground.folder, 'main.js'), app);
    writeFileSync(
      ground.pidScript,
      `require('node:fs').writeFileSync(${JSON.stringify(ground.pidFile)}, String(process.pid));`,
    );
    const server = createServer((request, response) => void ground.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ground.server = server;
    return ground;
  }

  private get pidFile(): string {
    return join(this.folder, 'command.pid');
  }

  private get pidScript(): string {
    return join(this.folder, 'write-pid.js');
  }

  statePath(stack = 'reh'): string {
    return join(this.folder, `terraform.${stack}.tfstate`);
  }

  /** Synthesizes; `isBlind`: without the facts of the registry. */
  synth(stacks: Readonly<Record<string, readonly Declared[]>>, isBlind = true): Promise<Ran> {
    const DECLARED = JSON.stringify({ backend: this.backend, stacks, blind: isBlind });
    return this.ran(process.execPath, ['main.js'], { DECLARED });
  }

  forkcast(...args: readonly string[]): Promise<Ran> {
    return this.ran(process.execPath, [join(root, 'dist/bin/forkcast.js'), ...args]);
  }

  async terraform(args: readonly string[], stack = 'reh'): Promise<Ran> {
    const cwd = join(this.folder, 'cdktf.out/stacks', stack);
    const env = { NODE_OPTIONS: `--require ${this.pidScript}` };
    await this.ran(this.program, ['init', '-input=false'], env, cwd);
    const [command = '', ...rest] = args;
    const flags = ['plan', 'apply', 'destroy'].includes(command) ? ['-no-color', '-input=false'] : [];
    return this.ran(this.program, [command, ...flags, ...rest], env, cwd);
  }

  /** The provider in a mirror of this folder, for scenes that switch backends. */
  async installProvider(): Promise<void> {
    await this.forkcast('provider', 'install', '--dir', join(this.folder, 'provider'));
    this.mirror();
  }

  /** The same for the provider of `null_resource`: a stand-in, or a binary of the genuine one. */
  installNullProvider(binary?: string): void {
    mirrorNull(join(this.folder, 'provider/mirror'), binary);
    this.mirror();
  }

  private mirror(): void {
    const mirror = `  filesystem_mirror {\n    path = ${JSON.stringify(join(this.folder, 'provider/mirror'))}\n  }\n`;
    writeFileSync(join(this.folder, 'terraform.rc'), `provider_installation {\n${mirror}}\n`);
  }

  /** Strikes at the next request of its kind. */
  arm(blow: Blow): void {
    this.blow = blow;
  }

  /** Whether nobody is waited for any more. */
  get isSpent(): boolean {
    return this.blow === undefined;
  }

  write(service = fork.service): void {
    this.world.run(aRow('mine', 'v', service));
  }

  /** What became of the service and its row. */
  fate(service: string = fork.service): string {
    const id = { project: 'demo', service };
    if (this.world.registry.findService(id) === undefined) return 'ended';
    const rows = JSON.stringify(this.world.registry.contents(id)?.rows ?? []);
    return rows.includes('"mine"') ? 'lives, and so does its row' : 'made anew';
  }

  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ran(program: string, args: readonly string[], more: NodeJS.ProcessEnv = {}, cwd = this.folder): Promise<Ran> {
    const rc = join(this.folder, 'terraform.rc');
    const env = {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      NO_COLOR: '1',
      FORKCAST_REGISTRY: this.url,
      FORKCAST_PROJECT: 'demo',
      TF_CLI_CONFIG_FILE: existsSync(rc) ? rc : undefined,
      ...more,
    };
    return new Promise((resolve) => {
      // A group of its own, so that a blow meets whoever it started too.
      const child = spawn(program, args, { cwd, env, detached: true });
      if (program === this.program) this.running = child.pid;
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.on('close', (code) => resolve({ code, text }));
    });
  }

  private get url(): string {
    const address = this.server?.address();
    return `http://${this.host}:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
    const text = Buffer.concat(chunks).toString();
    const method = request.method as ApiRequest['method'];
    const path = request.url ?? '/';
    const body = text === '' ? undefined : (JSON.parse(text) as JsonValue);
    const carryOut = () =>
      answerRequest(this.world.registry, { method, path, ...(body === undefined ? {} : { body }) });
    const blow = this.blow?.on.test(`${method} ${path}`) === true ? this.blow : undefined;
    if (blow !== undefined) {
      this.blow = undefined;
      if (blow.when === 'after') carryOut();
      this.strike(blow.who);
      return void request.socket.destroy();
    }
    const answer = carryOut();
    response.writeHead(answer.status, { 'content-type': 'application/json', [simulatorHeader]: 'forkcast' });
    response.end(JSON.stringify(answer.body));
  }

  private strike(who: Blow['who']): void {
    if (who === 'command') process.kill(Number(readFileSync(this.pidFile, 'utf8')), 'SIGKILL');
    else if (this.running !== undefined) process.kill(-this.running, 'SIGKILL');
  }
}
