import { tokenFor } from '../api';
import { openUserCache } from '../api/user-cache';
import { leakedSecret, parseJson, parseSnapshot, serviceKey, sha256, writeSnapshot } from '../domain';
import type { Facts, ServiceId } from '../domain';
import type { Terminal } from './terminal';

/** What was read of a real account, for the next command of the same user that asks the same with the same token. Never throws. */
interface FactsCache {
  /** Facts that are no older than that, with their age. */
  readonly read: (maxAgeMs: number) => { readonly facts: Facts; readonly ageMs: number } | undefined;
  /** Kept, unless something in them looks like a secret: then what it is. */
  readonly keep: (facts: Facts) => string | undefined;
}

/** Where facts of an address are kept; `only`: the services that were asked about. */
export const openFactsCache = (
  { env, now }: Pick<Terminal, 'env' | 'now'>,
  origin: string,
  only: readonly ServiceId[] | undefined,
): FactsCache => {
  const token = tokenFor(origin, (name) => env[name]) ?? '';
  const asked = only === undefined ? 'all' : JSON.stringify([...new Set(only.map(serviceKey))].sort());
  const name = `${sha256().update([origin, token, asked].join('\0')).hex().slice(0, 32)}.facts`;
  const cache = openUserCache({ env, uid: process.getuid?.() });
  return {
    read: (maxAgeMs) => {
      const json = parseJson(cache.read(name)?.toString('utf8') ?? '');
      const kept = json === undefined ? undefined : readWhole(json, origin);
      if (kept === undefined) return undefined;
      const { taken, ...facts } = kept;
      const ageMs = now() - (taken?.at ?? 0);
      return ageMs < 0 || ageMs > maxAgeMs ? undefined : { facts: { ...facts, now: facts.now + ageMs }, ageMs };
    },
    keep: (facts) => {
      const text = JSON.stringify(writeSnapshot({ ...facts, taken: { at: now(), goodForMs: 0 } }));
      const leaked = leakedSecret(text, token);
      if (leaked === undefined) cache.keep(name, Buffer.from(text));
      return leaked;
    },
  };
};

/** A file of another release is as good as none. */
const readWhole = (json: unknown, origin: string): Facts | undefined => {
  try {
    return parseSnapshot(json, origin);
  } catch {
    return undefined;
  }
};
