import { dayMs, type EpochMs } from '../domain';

/** What the holder of a token may do: look, change what is in projects, or everything. Each includes the one before. */
export type TokenAccess = 'read' | 'write' | 'admin';

/** What a token allows. The token itself is never here: only its hash is. */
export interface TokenGrant {
  /** SHA-256 of the token in lower-case hexadecimal. A token is 256 random bits, so that a plain hash cannot be reversed. */
  readonly hash: string;
  /** What a person wrote about it. */
  readonly description: string;
  readonly access: TokenAccess;
  /** The only projects that it reaches; null: all, and the registry itself. */
  readonly projects: readonly string[] | null;
  /** When it ends, by the clock on the wall: simulated time does not wear a token out. Null: never. */
  readonly expiresAt: EpochMs | null;
}

/** A token in the registry's log. Instants are of the clock on the wall. */
export interface TokenRecord extends TokenGrant {
  readonly id: string;
  readonly createdAt: EpochMs;
  readonly revokedAt: EpochMs | null;
}

/** The id of a token, which tells nothing about it: the first 16 digits of its hash. */
export const deriveTokenId = (hash: string): string => hash.slice(0, 16);

/** Most tokens that a registry holds; those that ended a day ago or earlier do not count. */
export const mostTokens = 1_000;

/** Whether a token has its place among the most that there may be. What ended lately has it too, so that no loop fills the registry. */
export const takesPlace = ({ revokedAt, expiresAt }: TokenRecord, wallNow: EpochMs): boolean =>
  Math.min(revokedAt ?? Infinity, expiresAt ?? Infinity) > wallNow - dayMs;

/** Whether a token counts at an instant of the clock on the wall. Never throws. */
export const tokenCounts = (token: TokenRecord, wallNow: EpochMs): boolean =>
  token.revokedAt === null && (token.expiresAt === null || token.expiresAt > wallNow);
