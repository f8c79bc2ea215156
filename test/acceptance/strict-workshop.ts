import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expiryTag, hourMs, toRfc3339 } from '../../src/domain';
import { createFaults, createServer } from '../../src/registry/http/server';
import { drawNumber } from '../../src/registry/seeded';
import type { FaultsBody } from '../../src/api';
import { ProviderWorkshop, type Ran } from './provider-workshop';

/**
 * How much faster time goes for the provider and its account than for Terraform: the waits of a real account take minutes. Not so fast that
 * an answer, which takes as long as it takes, outlasts the half minute that a request and its repetitions have.
 */
const rate = 8;

/** The provider's clock is that of the account as the command begins, and goes faster; how long one answer may take stays as it is. */
const fasterClock = (file: string): string => `
const { real, world } = JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'));
const [RealDate, realTimeout] = [Date, setTimeout];
// The certificate that Terraform talks to it by is made before it says where it listens.
let isTold = false;
const write = process.stdout.write;
process.stdout.write = function (...given) { isTold = true; return write.apply(process.stdout, given); };
const now = () => (isTold ? Math.floor(world + (RealDate.now() - real) * ${rate}) : RealDate.now());
globalThis.Date = class extends RealDate {
  constructor(...given) { if (given.length === 0) super(now()); else super(...given); }
  static now() { return now(); }
};
const scaled = (ms) => (ms < 30_000 ? ms / ${rate} : ms);
const atRealTime = (fire) => () => {
  const faster = Date;
  globalThis.Date = RealDate;
  try { fire(); } finally { globalThis.Date = faster; }
};
// After a second it looks for old sockets, of which only the machine's clock tells.
globalThis.setTimeout = (fire, ms = 0, ...given) =>
  ms === 1_000 ? realTimeout(atRealTime(fire), ms) : realTimeout(fire, scaled(ms), ...given);
const promised = require('node:timers/promises');
const pause = promised.setTimeout;
promised.setTimeout = (ms, ...given) => pause(ms / ${rate}, ...given);
`;

/**
 * The provider at an account that is not told from the vendor's, where each command of Terraform meets another law of the vendor's API,
 * drawn by the seed: what its clients have to withstand.
 */
export class StrictWorkshop extends ProviderWorkshop {
  /** Requests that change something, `METHOD /path`, as they came in. */
  readonly changes: string[] = [];
  private readonly faults = createFaults();
  private readonly end = toRfc3339(this.world.now() + 24 * hourMs);
  private began = { real: Date.now(), world: 0 };
  private step = 0;

  private constructor(
    program: string,
    private readonly seed: string,
  ) {
    super(program, fasterClock);
  }

  static async openStrict(program: string, seed: string): Promise<StrictWorkshop> {
    const shop = new StrictWorkshop(program, seed);
    const { world } = shop;
    const server = createServer({
      served: { current: () => world.registry },
      wallClock: world.wall,
      faults: shop.faults,
      defer: setImmediate,
      pause: () => Promise.resolve(),
      loopback: true,
      strictVendor: true,
      log: { write: () => undefined },
      logLevel: 'error',
      runId: 'test',
    });
    server.addHook('onRequest', (request, _reply, next) => {
      shop.passTime();
      if (request.method !== 'GET') shop.changes.push(`${request.method} ${request.url}`);
      next();
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
    shop.server = server.server;
    shop.began = { real: Date.now(), world: world.now() };
    return shop;
  }

  override terraform(...args: readonly string[]): Promise<Ran> {
    this.passTime();
    this.began = { real: Date.now(), world: this.world.now() };
    writeFileSync(this.clockFile, JSON.stringify(this.began));
    this.step += 1;
    this.faults.set(drawFaults(this.seed, this.step));
    return super.terraform(...args);
  }

  /** Each service says its end. */
  override write(resources: string, registry?: string): void {
    const end = `${expiryTag} = "${this.end}"`;
    const blocks = resources.split(/(?=^resource )/m).map((block) => {
      if (!block.startsWith('resource "forkcast_service" ')) return block;
      return / tags = \{/.test(block)
        ? block.replace(' tags = {', ` tags = { ${end},`)
        : block.replace('{\n', `{\n  tags = { ${end} }\n`);
    });
    super.write(blocks.join(''), registry);
  }

  protected override get allows(): string {
    const forks = `{ most = 3, plans = ["business-4"], live_for = "2400h" }`;
    return `  allow_real = ["demo"]\n  real_forks = ${forks}\n`;
  }

  protected override get environment(): Readonly<Record<string, string>> {
    return { XDG_CACHE_HOME: join(this.folder, 'cache') };
  }

  /** Without the one of another, which only has to stay. */
  override services(): readonly string[] {
    return super.services().filter((name) => name !== 'beside');
  }

  private passTime(): void {
    const passed = this.began.world + (Date.now() - this.began.real) * rate - this.world.now();
    if (passed >= 1) this.world.advance(Math.floor(passed));
  }
}

const reads = ['ServiceGet', 'ServiceList', 'ServiceBackupsGet', 'ProjectList'];

/** What each command meets first; what is new is unseen, flickers and has no passwords for a while besides. */
const laws: readonly FaultsBody[] = [
  {},
  { error_rate: 1, error_status: 503, first: 2, operations: reads },
  { error_rate: 1, error_status: 502, first: 1, operations: reads },
  { error_rate: 1, error_status: 408, first: 2, operations: reads },
  { error_rate: 1, error_status: 429, try_again_in_s: 28, first: 1, operations: reads },
  { error_rate: 1, error_status: 429, try_again_in_s: 5, first: 2, operations: ['ServiceCreate'] },
  ...([500, 501, 503, 504] as const).map((status) => ({
    error_after_success_rate: 1,
    error_after_success_status: status,
    first: 1,
    operations: ['ServiceCreate', 'ServiceDelete'],
  })),
  { drop_rate: 1, first: 1, operations: ['ServiceCreate', 'ServiceDelete'] },
  { drop_rate: 1, first: 2, operations: reads },
];

/** The faults of the n-th command. */
export const drawFaults = (seed: string, step: number): FaultsBody => {
  const draw = (below: number, what: string): number => drawNumber(below, seed, what, step);
  return {
    ...laws[draw(laws.length, 'law')],
    seed: `${seed} ${step}`,
    unseen_reads: draw(4, 'unseen'),
    unsteady_reads: draw(7, 'unsteady'),
    blank_password_reads: draw(5, 'blank'),
  };
};
