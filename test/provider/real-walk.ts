import { serviceKey } from '../../src/domain';
import { drawNumber } from '../../src/registry/seeded';
import { service, told } from './a-provider';
import { allowing, aRealAccount, aRealFork, type RealAccount } from './a-real-account';
import type { CoreClient, StoredObject } from './protocol/client';

/** What a walk left behind, counted from the server's own list. */
export interface WalkEnd {
  /** What was done, for a message. */
  readonly story: readonly string[];
  /** Services that say that they are of Forkcast, and are in no state. */
  readonly orphans: readonly string[];
  /** Services of others that somebody else but they ended. */
  readonly ended: readonly string[];
  /** Requests that changed something, with no GET since the one before. */
  readonly unseen: readonly string[];
}

const names = ['one', 'two'] as const;
type Name = (typeof names)[number];

/**
 * A few commands of Terraform, and what others do meanwhile, at an account where answers are lost, come late or are wrong: the same for
 * the same seed. In the end everything that is in a state is ended.
 */
export const walkRealAccount = async (seed: string, steps: number): Promise<WalkEnd> => {
  const account = await aRealAccount();
  try {
    return await walk(account, seed, steps);
  } finally {
    await account.close();
  }
};

const walk = async (account: RealAccount, seed: string, steps: number): Promise<WalkEnd> => {
  const states = new Map<Name, StoredObject>();
  const strangers = new Map<string, number>();
  const story: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const draw = (below: number, what: string): number => drawNumber(below, seed, what, step);
    const name = names[draw(names.length, 'name')] ?? 'one';
    account.faults.set(drawFaults(draw, `${seed} ${step}`));
    const what = draw(12, 'step');
    if (what === 11) {
      story.push(`another makes ${name} anew`);
      makeAsAnother(account, name, strangers, states.get(name));
    } else if (strangers.has(`demo/${name}`) && what >= 4) {
      story.push(`another ends its ${name}`);
      account.world.run({ type: 'TerminateService', project: 'demo', service: name });
      strangers.delete(`demo/${name}`);
    } else if (states.has(name) && what >= 4) {
      story.push(`destroy ${name}: ${await destroy(await account.run(), states, name)}`);
    } else {
      story.push(`apply ${name}: ${await apply(account, states, name)}`);
    }
  }
  account.faults.clear();
  const kept = [...states.keys()];
  for (const name of kept) story.push(`destroy ${name}: ${await destroy(await account.run(), states, name)}`);
  return { story, ...count(account, strangers) };
};

type Draw = (below: number, what: string) => number;

/** Mostly of the requests that change something: what no plan comes through to makes nothing. */
const drawFaults = (draw: Draw, seed: string) => ({
  seed,
  ...(draw(4, 'where') === 0 ? {} : { operations: ['ServiceCreate', 'ServiceDelete', 'ServiceList'] }),
  error_rate: draw(4, 'error') / 20,
  error_status: ([429, 503, 502] as const)[draw(3, 'status')] ?? 503,
  try_again_in_s: 1 + draw(28, 'again'),
  error_after_success_rate: draw(4, 'after') / 5,
  error_after_success_status: ([500, 501, 503, 504] as const)[draw(4, 'after status')] ?? 500,
  drop_rate: draw(3, 'drop') / 10,
  unseen_reads: draw(4, 'unseen'),
  unsteady_reads: draw(7, 'unsteady'),
  blank_password_reads: draw(5, 'blank'),
});

/** As Terraform does: reads what it has, then plans and applies. */
const refreshed = async (
  core: CoreClient,
  states: Map<Name, StoredObject>,
  name: Name,
): Promise<StoredObject | null> => {
  const before = states.get(name);
  if (before === undefined) return null;
  const { state, diagnostics } = await core.read(service, before);
  if (told(diagnostics, 'error').length > 0) return before;
  if (state === null) states.delete(name);
  return state;
};

const apply = async (account: RealAccount, states: Map<Name, StoredObject>, name: Name): Promise<string> => {
  const core = await account.run(allowing({ most: 2 }));
  const prior = await refreshed(core, states, name);
  const { state, diagnostics } = await core.change(service, aRealFork(account, { service_name: name }), prior);
  if (state === null) states.delete(name);
  else states.set(name, state);
  return told(diagnostics, 'error').join(' ').slice(0, 120) || 'done';
};

const destroy = async (core: CoreClient, states: Map<Name, StoredObject>, name: Name): Promise<string> => {
  const prior = await refreshed(core, states, name);
  if (prior === null) return 'not there';
  const { state, diagnostics } = await core.change(service, null, prior);
  if (state === null) states.delete(name);
  else states.set(name, state);
  return told(diagnostics, 'error').join(' ').slice(0, 120) || 'done';
};

/** Whoever holds the name ends it with the vendor's tools, and makes one of his own, with the tags that were there. */
const makeAsAnother = (
  { world }: RealAccount,
  name: Name,
  strangers: Map<string, number>,
  own: StoredObject | undefined,
): void => {
  const id = { project: 'demo', service: name };
  const before = world.registry.findService(id);
  if (before !== undefined && own === undefined && !strangers.has(serviceKey(id))) return;
  if (before !== undefined) world.run({ type: 'TerminateService', ...id });
  world.advance(1_000);
  world.run({
    type: 'CreateService',
    ...id,
    serviceType: 'pg',
    plan: 'business-4',
    cloud: 'google-europe-west1',
    userConfig: {},
    tags: before?.facts.tags ?? {},
  });
  strangers.set(serviceKey(id), world.registry.findService(id)?.facts.createdAt ?? 0);
};

const count = ({ world, seen }: RealAccount, strangers: ReadonlyMap<string, number>) => {
  const live = [...world.registry.facts().services.values()];
  const isStrange = (one: (typeof live)[number]): boolean => strangers.get(serviceKey(one)) === one.createdAt;
  return {
    orphans: live.filter((one) => 'forkcast_owner' in one.tags && !isStrange(one)).map(serviceKey),
    ended: [...strangers.keys()].filter((key) => !live.some((one) => serviceKey(one) === key && isStrange(one))),
    unseen: seen.filter((line, index) => !line.startsWith('GET ') && !(seen[index - 1] ?? '').startsWith('GET ')),
  };
};
