import * as z from 'zod/mini';
import { text } from './fields';
import { operation } from './operation';

const rate = z.optional(z.number().check(z.minimum(0), z.maximum(1)));
const longestLatencyMs = 60_000;
const milliseconds = z.int().check(z.minimum(0), z.maximum(longestLatencyMs));

/** Faults that a served registry puts into its answers. What is absent does not happen. */
export const FaultsBody = z.strictObject({
  /** Decides, with the number of a request, what happens to it: the same story each time. @default 'faults' */
  seed: z.optional(text),
  /** Waits before a request is looked at, drawn between both ends. */
  latency_ms: z.optional(z.strictObject({ min: milliseconds, max: milliseconds })),
  /** Share of requests that are answered with `error_status` and not executed. */
  error_rate: rate,
  /** @default 503 */
  error_status: z.optional(z.union([z.literal(429), z.literal(500), z.literal(502), z.literal(503), z.literal(504)])),
  /** Share of requests that are executed and then answered with 500. */
  error_after_success_rate: rate,
  /** Share of requests that are executed and whose connection is then cut without an answer. */
  drop_rate: rate,
  /** Ids of the operations that faults happen to. @default all but those below /v1/forkcast */
  operations: z.optional(z.array(text)),
});

/** Faults as a client sends them and as the registry shows them. */
export type FaultsBody = z.infer<typeof FaultsBody>;

const path = '/v1/forkcast/fault';

export const faultGet = operation({
  id: 'FaultGet',
  method: 'GET',
  path,
  needs: 'admin',
  summary: 'Shows the faults that are set, and how many requests they have looked at.',
});

export const faultSet = operation({
  id: 'FaultSet',
  method: 'PUT',
  path,
  needs: 'admin',
  summary:
    'Sets the faults of a served registry, in the place of those before, and counts from the first request again.',
  body: () => FaultsBody,
});

export const faultClear = operation({
  id: 'FaultClear',
  method: 'DELETE',
  path,
  needs: 'admin',
  summary: 'Ends all faults.',
});

/** Operations on the faults of a served registry. */
export const faultOperations = [faultGet, faultSet, faultClear] as const;
