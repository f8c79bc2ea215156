import type { PrivateState } from '../call';

const version = 1;

/** The bytes that Terraform keeps beside an object: JSON with a version. */
export const encodePrivate = (values: PrivateState): Uint8Array => Buffer.from(JSON.stringify({ version, values }));

/** What was kept; empty when there is nothing, or nothing of this form (an object imported or moved from elsewhere). */
export const decodePrivate = (bytes: Uint8Array | undefined): PrivateState => {
  if (bytes === undefined || bytes.length === 0) return {};
  try {
    const kept: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isKept(kept) ? kept.values : {};
  } catch {
    return {};
  }
};

const isKept = (kept: unknown): kept is { readonly values: PrivateState } =>
  typeof kept === 'object' &&
  kept !== null &&
  'version' in kept &&
  kept.version === version &&
  'values' in kept &&
  typeof kept.values === 'object' &&
  kept.values !== null;
