import type { EpochMs } from './time';

/** What a fork asks to be restored to. Exactly one: newest base backup, an instant, a named backup, the newest transaction. */
export type RecoveryTarget =
  | { readonly kind: 'latest-backup' }
  | { readonly kind: 'time'; readonly time: RecoveryTime }
  | { readonly kind: 'backup'; readonly backupName: string }
  | { readonly kind: 'latest-transaction' };

/** A `recovery_target_time`: the text exactly as given, the instant it means, and whether it named its zone. */
export interface RecoveryTime {
  readonly text: string;
  readonly at: EpochMs;
  /** False: no `Z` and no offset, so it was read as UTC. */
  readonly zoned: boolean;
}

/** The longest `recovery_target_time` accepted, in characters. @see go-api-schemas service_types.yml, `maxLength: 32` */
export const recoveryTimeMaxLength = 32;

const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?: ?(Z|z|[+-]\d{2}(?::?\d{2})?))?$/;

/**
 * Reads a recovery time: ISO 8601 with an offset, with `Z`, with a space for the `T`, or without a zone (then UTC).
 * Fractions beyond milliseconds are cut off. Undefined when the text is longer than 32 characters or is not a real date.
 * @example parseRecoveryTime('2025-07-01T15:16:22+00:00')?.at === Date.UTC(2025, 6, 1, 15, 16, 22)
 */
export const parseRecoveryTime = (text: string): RecoveryTime | undefined => {
  if (text.length > recoveryTimeMaxLength) return undefined;
  const match = isoPattern.exec(text);
  if (!match) return undefined;
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const utc = Date.UTC(y, mo - 1, d, h, mi, s, milliseconds);
  const roundTrip = new Date(utc);
  const real = roundTrip.getUTCMonth() === mo - 1 && roundTrip.getUTCDate() === d && h < 24 && mi < 60 && s < 60;
  const offset = offsetMinutes(match[8]);
  if (!real || y < 1970 || offset === undefined) return undefined;
  return { text, at: utc - offset * 60_000, zoned: match[8] !== undefined };
};

const offsetMinutes = (zone: string | undefined): number | undefined => {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};
