import { once } from '../domain';
import type { KeySource } from './key';
import { passwordsOf, type Passwords } from './passwords';
import type { RegistryState } from './state';
import { vaultOf, type Vault } from './vault';

/** What secrets and passwords are read by. */
export interface Opening {
  readonly vault: () => Vault;
  readonly passwords: Passwords;
}

/** The opening of a registry: its key is looked for when something needs it. */
export const openingOf = (registry: RegistryState, keys: KeySource | undefined): Opening => {
  const vault = once(() => vaultOf(registry, keys));
  return { vault, passwords: passwordsOf(registry, vault) };
};
