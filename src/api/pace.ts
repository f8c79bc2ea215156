import { isJsonList, isJsonObject, parseJson, sha256, type EpochMs } from '../domain';
import type { UserCache } from './user-cache';

/** How fast requests of one token may follow each other, counted over all processes of a machine. Never throws. */
export interface Pace {
  /** Whether anybody keeps count yet: where nobody does, a request is sent before it is counted. */
  readonly isKept: () => boolean;
  /** Takes a place among the requests of the minute and gives 0, or the milliseconds until there may be one. */
  readonly take: (now: EpochMs) => number;
  /** Nobody sends anything before this instant: the other side asked for it. */
  readonly closeUntil: (at: EpochMs) => void;
}

/** What is kept of the requests so far. */
interface Sent {
  /** Instants of the last minute, oldest first. */
  readonly at: readonly EpochMs[];
  readonly closedUntil: EpochMs;
}

const windowMs = 60_000;
/**
 * Below what users of the API met, since other programs use the token too.
 * @see aiven/terraform-provider-aiven, thread 575: "Rate limit 120 exceeded"
 */
export const requestsPerMinute = 100;
/** Another process has the file for less than that. */
const turnMs = 5;

/** One place more within the limit, or how long to wait for it. Never throws. */
const reserve = (before: Sent, now: EpochMs): { readonly sent: Sent; readonly waitMs: number } => {
  const at = before.at.filter((one) => one > now - windowMs && one <= now);
  const closedUntil = before.closedUntil <= now + windowMs ? before.closedUntil : 0;
  const oldest = at[at.length - requestsPerMinute];
  const freeAt = Math.max(oldest === undefined ? now : oldest + windowMs, closedUntil);
  if (freeAt > now) return { sent: { at, closedUntil }, waitMs: freeAt - now };
  return { sent: { at: [...at, now], closedUntil }, waitMs: 0 };
};

/** The pace of one token at one address, in a file of the user's cache; where none can be kept, of this process alone. */
export const paceOf = (cache: UserCache, target: string, token: string): Pace => {
  const name = `${sha256().update(`${target}\0${token}`).hex().slice(0, 32)}.pace`;
  let own: Sent = nothing;
  const change = (next: (before: Sent) => Sent): 'done' | 'busy' | 'nowhere' =>
    cache.alone(name, () => {
      own = next(readSent(cache.read(name)) ?? own);
      cache.keep(name, Buffer.from(JSON.stringify(own)));
    });
  return {
    isKept: () => own.at.length > 0 || cache.read(name) !== undefined,
    take: (now) => {
      let waitMs = 0;
      const next = (before: Sent): Sent => {
        const turn = reserve(before, now);
        waitMs = turn.waitMs;
        return turn.sent;
      };
      const end = change(next);
      if (end === 'nowhere') own = next(own);
      return end === 'busy' ? turnMs : waitMs;
    },
    closeUntil: (at) => {
      const next = (before: Sent): Sent => ({ ...before, closedUntil: Math.max(before.closedUntil, at) });
      if (change(next) !== 'done') own = next(own);
    },
  };
};

const nothing: Sent = { at: [], closedUntil: 0 };

/** Whatever stands there that is no count is none. */
const readSent = (bytes: Buffer | undefined): Sent | undefined => {
  const value = bytes === undefined ? undefined : parseJson(bytes.toString('utf8'));
  if (value === undefined || !isJsonObject(value)) return undefined;
  const { at, closedUntil } = value;
  if (at === undefined || !isJsonList(at) || typeof closedUntil !== 'number') return undefined;
  return { at: at.filter((one) => typeof one === 'number'), closedUntil };
};
