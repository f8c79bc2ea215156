import { parseRecoveryTime, toRfc3339 } from '../domain';
import { holdsExpression } from './expression';

/**
 * Settings in one spelling for what means the same, so that Terraform, which compares texts, shows no change where there is none: an
 * instant in UTC, addresses in order. What Terraform works out itself stays as it is, and so does what would lose by it. Never throws.
 */
export const canonicalSettings = (settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      holdsExpression(value) ? value : (spellings.get(key)?.(value) ?? value),
    ]),
  );

const instant = (value: unknown): string | undefined => {
  const read = typeof value === 'string' && !finerThanMs.test(value) ? parseRecoveryTime(value) : undefined;
  if (read === undefined) return undefined;
  const text = toRfc3339(read.at);
  // Without a zone it is read as UTC, and a rule says so: it stays without one.
  return read.zoned ? text : text.slice(0, -1);
};

const finerThanMs = /\.\d{3}\d*[1-9]/;

const addresses = (value: unknown): readonly unknown[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const written: readonly unknown[] = value;
  return [...written].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
};

const sortKey = (address: unknown): string => JSON.stringify(address) ?? '';

const spellings: ReadonlyMap<string, (value: unknown) => unknown> = new Map<string, (value: unknown) => unknown>([
  ['recovery_target_time', instant],
  ['ip_filter', addresses],
]);
