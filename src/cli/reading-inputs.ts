import type { Inputs, Typed } from './inputs';

/** How old what the cache has of a real account may be where a command only judges. */
const usualAgeMs = 60_000;

/** How much of a real account is read at most, and how long ago that may have been. */
export interface AskedReading {
  readonly mostRequests: number | undefined;
  readonly maxAgeMs: number;
}

/** The flags of a command that may read a real account. */
export const readingInputs = (
  inputs: Inputs,
  { isFresh = false }: { readonly isFresh?: boolean } = {},
): Typed<AskedReading> => {
  const mostRequests = inputs.count(
    '--max-requests <n>',
    'most requests that reading a real account may take (default: 5000)',
  );
  const maxAge = inputs.span(
    '--max-age <duration>',
    `how long ago a real account may have been read (default: ${isFresh ? '0s, so that it is read now' : '1m'})`,
  );
  return () => ({ mostRequests: mostRequests(), maxAgeMs: maxAge() ?? (isFresh ? 0 : usualAgeMs) });
};
