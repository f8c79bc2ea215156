import { given } from '../domain';
import type { StoredUser } from './events';
import type { DataUser } from './registry';
import { drawHash } from './seeded';
import type { RegistryState } from './state';
import { isSealed, type Vault } from './vault';

/** What stands in place of a password while the key of the registry is not there. */
export const sealedPassword = '<sealed>';

/** How the users of a registry get their passwords. */
export interface Passwords {
  /** The password that was asked for, else one that follows from the key of the registry and the history of the user. */
  readonly shown: (user: StoredUser) => DataUser;
  /** In its place a text that needs no key and changes with it: what a digest of contents holds. */
  readonly marked: (user: StoredUser) => DataUser;
}

/** Those of a registry of before there were keys follow from its seed alone, and stay as they are. */
export const passwordsOf = (registry: RegistryState, vault: () => Vault): Passwords => {
  const derived = (passwordKey: string): string => {
    if (registry.keyedPasswords !== true) return seeded(registry.seed, passwordKey);
    const opened = vault();
    return opened.kind === 'shut' ? sealedPassword : drawn(opened.key.hex, registry.seed, passwordKey);
  };
  const opened = (sealed: string): string => {
    const holder = vault();
    const password = holder.kind === 'open' ? holder.open(sealed) : undefined;
    return typeof password === 'string' ? password : sealedPassword;
  };
  const userWith = ({ username, kind, accessControl }: StoredUser, password: string): DataUser => ({
    username,
    kind,
    password,
    ...given({ accessControl }),
  });
  const known = ({ passwordKey, wrapped }: StoredUser, seal: (sealed: string) => string): string | undefined => {
    if (wrapped === undefined) return undefined;
    return isSealed(wrapped) ? seal(wrapped) : unwrapped(wrapped, registry.seed, passwordKey);
  };
  return {
    shown: (user) => userWith(user, known(user, opened) ?? derived(user.passwordKey)),
    marked: (user) => userWith(user, known(user, (sealed) => sealed) ?? seeded(registry.seed, user.passwordKey)),
  };
};

const written = (hash: string): string => `AVNS_${hash.slice(0, 24)}`;

const seeded = (seed: string, passwordKey: string): string => written(drawHash(seed, 'password', passwordKey));

const drawn = (keyHex: string, seed: string, passwordKey: string): string =>
  written(drawHash('password', keyHex, seed, passwordKey));

/** A password that was asked for before there were keys: masked with digits that follow from the seed. */
const unwrapped = (wrapped: string, seed: string, passwordKey: string): string => {
  const bytes = Buffer.from(wrapped, 'hex');
  const mask = Buffer.concat(
    Array.from({ length: Math.ceil(bytes.length / 32) }, (_, block) =>
      Buffer.from(drawHash(seed, 'wrapped', passwordKey, block), 'hex'),
    ),
  );
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0))).toString('utf8');
};
