import { parseJson, sha256Hex, type JsonValue } from '../domain';
import type { KeySource, RegistryKey } from './key';
import { loadCrypto } from './load-crypto';
import type { RegistryState } from './state';

/** Seals what is secret and opens it again, with the key of the registry; shut while the key is not there. */
export type Vault =
  | {
      readonly kind: 'open';
      readonly key: RegistryKey;
      /** The same text for the same value, so that a change of it is a change. */
      readonly seal: (value: JsonValue) => string;
      /** Undefined: it was not sealed with this key, or was changed since. */
      readonly open: (sealed: string) => JsonValue | undefined;
    }
  | { readonly kind: 'shut'; readonly why: string };

/** How a sealed value begins, in the log and in views. */
const mark = 'sealed:1:';

/** Whether a text is a sealed value. Never throws. */
export const isSealed = (text: string): boolean => text.startsWith(mark);

/** The vault that the values of a registry are opened by. One that has sealed nothing yet needs no key. */
export const vaultOf = (registry: Pick<RegistryState, 'key'>, keys: KeySource | undefined): Vault => {
  if (registry.key === undefined) return { kind: 'shut', why: 'it has sealed nothing yet' };
  return holding(registry.key, keys?.find() ?? noPlace);
};

/** The vault that new values are sealed by. The first one of a registry of before there were keys makes its key. */
export const sealingVault = (registry: Pick<RegistryState, 'key'>, keys: KeySource | undefined): Vault => {
  if (registry.key !== undefined) return vaultOf(registry, keys);
  const taken = keys?.take() ?? noPlace;
  return taken.kind === 'key' ? openWith(taken.key) : { kind: 'shut', why: taken.why };
};

const noPlace = { kind: 'none', why: 'it is kept where no key can be' } as const;

const holding = (id: string, found: ReturnType<KeySource['find']>): Vault => {
  if (found.kind === 'none') return { kind: 'shut', why: found.why };
  if (found.key.id === id) return openWith(found.key);
  return { kind: 'shut', why: 'the key that is there is not the one that its secrets were sealed with' };
};

const [ivBytes, tagBytes] = [12, 16];
const cipherName = 'aes-256-gcm';

/**
 * AES-256-GCM. The nonce is a keyed hash of the value: it comes again with the same value alone, which then has the same text, and that
 * says no more than that two values are equal.
 */
const openWith = (key: RegistryKey): Vault => {
  const cipherKey = () => Buffer.from(sha256Hex(`cipher ${key.hex}`), 'hex');
  return {
    kind: 'open',
    key,
    seal: (value) => {
      const text = JSON.stringify(value);
      const iv = Buffer.from(sha256Hex(JSON.stringify(['nonce', key.hex, text])), 'hex').subarray(0, ivBytes);
      const cipher = loadCrypto().createCipheriv(cipherName, cipherKey(), iv);
      const sealed = [iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return mark + Buffer.concat(sealed).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
      if (bytes.length < ivBytes + tagBytes) return undefined;
      const decipher = loadCrypto().createDecipheriv(cipherName, cipherKey(), bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = [decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()];
        return parseJson(Buffer.concat(text).toString('utf8'));
      } catch {
        return undefined;
      }
    },
  };
};
