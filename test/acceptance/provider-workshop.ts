import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiRequest, simulatorHeader } from '../../src/api';
import type { JsonValue } from '../../src/domain';
import { answerRequest } from '../../src/registry/http';
import { aCreate, aRow, aWorld, type World } from '../registry/world';
import { repositoryRoot } from '../source-tree';
import { engine } from './workshop';

const bundle = join(repositoryRoot, 'dist/bin/terraform-provider-forkcast.js');
const forkcast = join(repositoryRoot, 'dist/bin/forkcast.js');
const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';

/** What happens to the next request that it meets. */
export type FaultKind =
  'killed before' | 'killed after' | 'status 500' | 'status 409' | 'late' | 'answer lost' | 'no answer';

interface Armed {
  readonly on: RegExp;
  readonly kind: FaultKind;
}

export interface Ran {
  readonly code: number | null;
  readonly text: string;
}

const lateMs = 1_500;

/** A folder with the provider in a mirror, and a registry that is served by this process and can be told to fail. */
export class ProviderWorkshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-provider-'));
  /** What the registry at its address holds: another one can be put in its place. */
  world: World;
  private armed: Armed | undefined;
  protected server: Server | undefined;

  /** `program` is terraform, or tofu; `before` is what the provider's process runs first, given the path of a file for its clock. */
  protected constructor(
    private readonly program: string,
    before: (clockFile: string) => string = () => '',
  ) {
    this.world = aWorld();
    this.world.run(aCreate());
    for (let index = 0; index < 5; index += 1) this.world.run(aRow(`row-${index}`));
    this.world.advance(3 * 86_400_000);
    const place = join(this.folder, 'mirror/terraform.local/forkcast/forkcast/0.1.0', `${process.platform}_${arch}`);
    mkdirSync(place, { recursive: true });
    const executable = join(place, 'terraform-provider-forkcast_v0.1.0');
    const pid = `require('node:fs').writeFileSync(${JSON.stringify(this.pidFile)}, String(process.pid));`;
    writeFileSync(
      executable,
      `#!${process.execPath}\n${pid}\n${before(this.clockFile)}require(${JSON.stringify(bundle)});\n`,
    );
    chmodSync(executable, 0o755);
    const mirror = `filesystem_mirror {\n    path = "${join(this.folder, 'mirror')}"\n  }`;
    writeFileSync(join(this.folder, 'terraform.rc'), `provider_installation {\n  ${mirror}\n}\n`);
  }

  protected get clockFile(): string {
    return join(this.folder, 'clock.json');
  }

  /** What the block of the provider has besides. */
  protected get allows(): string {
    return '';
  }

  protected get environment(): Readonly<Record<string, string>> {
    return {};
  }

  private get pidFile(): string {
    return join(this.folder, 'provider.pid');
  }

  static async open(program = engine): Promise<ProviderWorkshop> {
    const workshop = new ProviderWorkshop(program);
    const server = createServer((request, response) => void workshop.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    workshop.server = server;
    return workshop;
  }

  /** Writes the configuration and readies the folder. */
  async init(resources: string): Promise<void> {
    this.write(resources);
    expect(await this.terraform('init', '-input=false')).toMatchObject({ code: 0 });
  }

  /** Where its registry is. */
  get registry(): string {
    const address = this.server?.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  /** `registry` is where the provider finds one, @default its own. */
  write(resources: string, registry = this.registry): void {
    const source = 'forkcast = {\n      source = "terraform.local/forkcast/forkcast"\n    }';
    const head = `terraform {\n  required_providers {\n    ${source}\n  }\n}\n`;
    const provider = `provider "forkcast" {\n  registry = "${registry}"\n  project  = "demo"\n${this.allows}}\n`;
    writeFileSync(join(this.folder, 'main.tf'), `${head}\n${provider}\n${resources}`);
  }

  terraform(...args: readonly string[]): Promise<Ran> {
    const [command = '', ...rest] = args;
    const flags = ['init', 'plan', 'apply', 'destroy', 'import', 'validate'].includes(command) ? ['-no-color'] : [];
    return this.run(this.program, [command, ...flags, ...rest]);
  }

  /** What `check --strict` says of the plan of the configuration, with the facts of the registry. */
  async checked(): Promise<Ran> {
    await this.planned();
    const { text } = await this.terraform('show', '-json', 'plan.bin');
    writeFileSync(join(this.folder, 'plan.json'), text);
    return this.forkcast('check', 'plan.json', '--strict', '--registry', this.registry);
  }

  forkcast(...args: readonly string[]): Promise<Ran> {
    return this.run(process.execPath, [forkcast, ...args]);
  }

  private run(program: string, words: readonly string[]): Promise<Ran> {
    const env = {
      ...process.env,
      TF_CLI_CONFIG_FILE: join(this.folder, 'terraform.rc'),
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      NO_COLOR: '1',
      NODE_EXTRA_CA_CERTS: undefined,
      ...this.environment,
    };
    return new Promise((resolve) => {
      const child = spawn(program, words, { cwd: this.folder, env });
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.on('close', (code) => resolve({ code, text }));
    });
  }

  apply(): Promise<Ran> {
    return this.terraform('apply', '-input=false', '-auto-approve');
  }

  /** Carries out what was planned last. */
  applyPlanned(): Promise<Ran> {
    return this.terraform('apply', '-input=false', 'plan.bin');
  }

  /**
   * The actions of a plan by address, as Terraform tells them in JSON; what stays as it is, is left out. Of a plan that changes nothing
   * Terraform says so by itself.
   */
  async planned(): Promise<Readonly<Record<string, readonly string[]>>> {
    const ran = await this.terraform('plan', '-input=false', '-detailed-exitcode', '-out=plan.bin');
    if (ran.code === 0) return {};
    if (ran.code !== 2) throw new RangeError(ran.text);
    const { text } = await this.terraform('show', '-json', 'plan.bin');
    const plan = JSON.parse(text) as {
      resource_changes?: { address: string; change: { actions: string[]; importing?: object } }[];
    };
    const changes = (plan.resource_changes ?? []).filter(({ change }) => change.actions.join() !== 'no-op');
    return Object.fromEntries(changes.map(({ address, change }) => [address, change.actions]));
  }

  /** The resources in the state: addresses, a tainted one marked. */
  async state(): Promise<readonly string[]> {
    const { text } = await this.terraform('show', '-json');
    const shown = JSON.parse(text) as {
      values?: { root_module: { resources?: { address: string; tainted?: boolean }[] } };
    };
    const resources = shown.values?.root_module.resources ?? [];
    return resources.map(({ address, tainted }) => (tainted === true ? `${address} (tainted)` : address)).sort();
  }

  /** Names of the live services besides the source. */
  services(): readonly string[] {
    return (this.world.registry.services('demo') ?? [])
      .map(({ facts: { service } }) => service)
      .filter((name) => name !== 'orders');
  }

  /** The next request that matches `METHOD /path` meets this. */
  arm(on: RegExp, kind: FaultKind): void {
    this.armed = { on, kind };
  }

  /** Whether the fault was met. */
  get isSpent(): boolean {
    return this.armed === undefined;
  }

  disarm(): void {
    this.armed = undefined;
  }

  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
    rmSync(this.folder, { recursive: true, force: true });
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
    const fault = this.armed?.on.test(`${method} ${path}`) === true ? this.armed.kind : undefined;
    if (fault !== undefined) this.armed = undefined;
    if (fault === 'killed after' || fault === 'answer lost') carryOut();
    if (fault === 'killed before' || fault === 'killed after') this.kill();
    if (fault === 'status 500' || fault === 'status 409')
      return send(response, Number(fault.slice(-3)), { message: fault });
    if (fault === 'late') await new Promise((resolve) => setTimeout(resolve, lateMs));
    if (fault !== undefined && fault !== 'late') return void request.socket.destroy();
    const answer = carryOut();
    send(response, answer.status, answer.body);
  }

  private kill(): void {
    if (existsSync(this.pidFile)) process.kill(Number(readFileSync(this.pidFile, 'utf8')), 'SIGKILL');
  }
}

const send = (response: ServerResponse, status: number, body: JsonValue): void => {
  response.writeHead(status, { 'content-type': 'application/json', [simulatorHeader]: 'forkcast' });
  response.end(JSON.stringify(body));
};
