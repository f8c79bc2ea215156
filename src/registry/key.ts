import { sha256Hex } from '../domain';

/** The key of a registry: 32 bytes as 64 hexadecimal digits, and what tells it from other keys without telling it. */
export interface RegistryKey {
  readonly hex: string;
  readonly id: string;
}

/** A key, or why there is none: half a sentence that names where it was looked for. */
export type FoundKey =
  { readonly kind: 'key'; readonly key: RegistryKey } | { readonly kind: 'none'; readonly why: string };

/** Where the key of a registry comes from: never the registry itself. */
export interface KeySource {
  find(): FoundKey;
  /** The same, made where there is none: of many at once all take the first one's. @throws StoreTroubleError */
  take(): FoundKey;
}

/** The key that a text holds; undefined: it holds none. Never throws. */
export const parseKey = (text: string): RegistryKey | undefined => {
  const hex = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) return undefined;
  return { hex, id: sha256Hex(`the key of a registry ${hex}`).slice(0, 16) };
};
