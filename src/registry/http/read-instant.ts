import { parseRecoveryTime, type EpochMs } from '../../domain';
import { refused, type Refused } from './answer';

/** An instant that a request names, in any form of a recovery time, or the refusal of what is none; `where` says where it stands. */
export const readInstant = <Missing>(
  text: string | undefined,
  where: string,
  missing: Missing,
): { readonly at: EpochMs | Missing } | Refused => {
  if (text === undefined) return { at: missing };
  const time = parseRecoveryTime(text);
  const shown = JSON.stringify(text).slice(0, 80);
  return time ?? refused('request_invalid', `${where}: ${shown} is no date-time such as 2026-11-20T08:00:00Z.`);
};

/** An interval that a request names, both ends included; it ends where it begins or later. */
export const readInterval = (
  asked: { readonly from?: string | undefined; readonly until?: string | undefined },
  { where, from, until }: { readonly where: string; readonly from: EpochMs; readonly until: EpochMs },
): { readonly from: EpochMs; readonly until: EpochMs } | Refused => {
  const begin = readInstant(asked.from, `${where}, from`, from);
  const end = readInstant(asked.until, `${where}, until`, until);
  if ('status' in begin) return begin;
  if ('status' in end) return end;
  if (begin.at <= end.at) return { from: begin.at, until: end.at };
  const order = `${asked.from ?? 'its default'} is after until, ${asked.until ?? 'its default'}. Choose a from up to that`;
  return refused('request_invalid', `${where}, from: ${order}.`);
};
