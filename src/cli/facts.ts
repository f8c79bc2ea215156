import { existsSync, readFileSync } from 'node:fs';
import { contract, isVendorAnswer, vendorFacts, type FactsReader, type VendorFactsOptions } from '../api';
import type { Facts } from '../domain';
import { decodeText, FactSourceError, parseSnapshot, registryLocationText, toRfc3339 } from '../domain';
import type { Context } from './command';
import { openFactsCache } from './facts-cache';

/** How much of a real account is read, and how long ago that may have been. */
interface Reading extends Pick<VendorFactsOptions, 'only' | 'mostRequests'> {
  /** Facts of the cache serve up to this age. @default 0 */
  readonly maxAgeMs?: number | undefined;
}

type From = Pick<Context, 'location' | 'reader' | 'log' | 'terminal'>;

/**
 * What the registry or snapshot of this command line knows; undefined when nobody named one and there is none at the
 * default place. A snapshot that is older than it says it is good for is told of.
 * @throws FactSourceError or RegistryUnreachableError when one that was named cannot be read
 */
export const readFacts = async (context: From, reading: Reading = {}): Promise<Facts | undefined> => {
  const location = context.location();
  const origin = registryLocationText(location);
  if (location.kind === 'facts') {
    const facts = parseSnapshot(jsonFile(location.path, origin), origin);
    const warning = ageWarning(facts, context.terminal.now());
    if (warning !== undefined) context.log(warning);
    return facts;
  }
  if (location.kind === 'sqlite' && !location.named && !existsSync(location.path)) return undefined;
  return liveFacts(context, reading);
};

/**
 * What the registry of this command line knows now. A registry that gives no snapshot, as the vendor's own, or not with this token,
 * is read by GET alone: its projects, clouds, services and backups.
 * @throws RegistryUnreachableError, FactSourceError
 */
export const liveFacts = async (
  context: Omit<From, 'log'> & Partial<Pick<From, 'log'>>,
  reading: Reading = {},
): Promise<Facts> => {
  const reader = await context.reader();
  const origin = registryLocationText(context.location());
  try {
    return parseSnapshot((await reader.get(contract.SnapshotGet.path)).body, origin);
  } catch (error) {
    if (!isVendorAnswer(error)) throw error;
    return realFacts(context, reader, { origin, ...reading });
  }
};

/** Facts of a real account: of the cache where they are new enough, else read now and kept. */
const realFacts = async (
  { terminal, log = () => undefined }: Pick<Context, 'terminal'> & Partial<Pick<Context, 'log'>>,
  reader: FactsReader,
  { origin, only, mostRequests, maxAgeMs = 0 }: Reading & { readonly origin: string },
): Promise<Facts> => {
  const cache = openFactsCache(terminal, origin, only);
  const kept = cache.read(maxAgeMs);
  if (kept !== undefined) {
    log(`note: ${origin} was read ${Math.ceil(kept.ageMs / 1_000)} s ago; --max-age 0s reads it anew`);
    return kept.facts;
  }
  const facts = await vendorFacts(reader, { origin, now: terminal.now(), log, only, mostRequests });
  const leaked = cache.keep(facts);
  if (leaked !== undefined) log(`note: what was read is not kept for the next command: it holds ${leaked}`);
  return facts;
};

const ageWarning = ({ origin, taken }: Facts, now: number): string | undefined =>
  taken === undefined || now <= taken.at + taken.goodForMs
    ? undefined
    : `warning: ${origin} was taken at ${toRfc3339(taken.at)} and is good for ${taken.goodForMs / 3_600_000} hours. ` +
      'Take a new one with forkcast registry snapshot.';

const jsonFile = (path: string, origin: string): unknown => {
  try {
    return JSON.parse(decodeText(readFileSync(path)));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON.' : 'it is not there or may not be read.';
    throw new FactSourceError(origin, why, { cause: error });
  }
};
