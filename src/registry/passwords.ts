import { given } from '../domain';
import type { StoredUser } from './events';
import type { DataUser } from './registry';
import { drawHash } from './seeded';

/** A user with its password: the one that was asked for, else 24 hexadecimal digits that follow from the seed and the user's history. */
export const withPassword = (
  seed: string,
  { username, kind, passwordKey, wrapped, accessControl }: StoredUser,
): DataUser => ({
  username,
  kind,
  password:
    wrapped === undefined
      ? `AVNS_${drawHash(seed, 'password', passwordKey).slice(0, 24)}`
      : unwrapped(wrapped, seed, passwordKey),
  ...given({ accessControl }),
});

/**
 * A password that was asked for, as it goes into the log: it has to be given back, so it is masked with digits that follow from the
 * seed. Who reads the whole log can read it; who sees a line of it cannot.
 */
export const wrapPassword = (password: string, seed: string, passwordKey: string): string =>
  Buffer.from(masked(Buffer.from(password, 'utf8'), seed, passwordKey)).toString('hex');

const unwrapped = (wrapped: string, seed: string, passwordKey: string): string =>
  Buffer.from(masked(Buffer.from(wrapped, 'hex'), seed, passwordKey)).toString('utf8');

const hashBytes = 32;

const masked = (bytes: Uint8Array, seed: string, passwordKey: string): Uint8Array => {
  const blocks = Array.from({ length: Math.ceil(bytes.length / hashBytes) }, (_, block) =>
    Buffer.from(drawHash(seed, 'wrapped', passwordKey, block), 'hex'),
  );
  const mask = Buffer.concat(blocks);
  return bytes.map((byte, index) => byte ^ (mask[index] ?? 0));
};
