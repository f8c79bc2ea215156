import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, text } from './fields';
import { DELETE, GET, PUT, operation } from './operation';

const rate = z.exactOptional(z.number().check(z.minimum(0), z.maximum(1)));
const status: z.ZodMiniType<404 | 408 | 417 | 429 | 500 | 501 | 502 | 503 | 504, number> = z.union([
  z.literal(404),
  z.literal(408),
  z.literal(417),
  z.literal(429),
  z.literal(500),
  z.literal(501),
  z.literal(502),
  z.literal(503),
  z.literal(504),
]);
const longestLatencyMs = 60_000;
const milliseconds = z.int().check(z.minimum(0), z.maximum(longestLatencyMs));

const reads = z.exactOptional(z.int().check(z.minimum(0), z.maximum(100)));

/** Faults that a served registry puts into its answers. What is absent does not happen. */
export const FaultsBody = z.strictObject({
  /** Decides, with the number of a request, what happens to it: the same story each time. @default 'faults' */
  seed: z.exactOptional(text),
  /** Waits before a request is looked at, drawn between both ends. */
  latency_ms: z.exactOptional(z.strictObject({ min: milliseconds, max: milliseconds })),
  /** Share of requests that are answered with `error_status` and not executed. */
  error_rate: rate,
  /** 404 says that the service does not exist, as it may be told of one that was made just now. @default 503 */
  error_status: z.exactOptional(status),
  /** With `error_status` 429: its sentence says when to come again, "try again in 28s". */
  try_again_in_s: z.exactOptional(z.int().check(z.minimum(1), z.maximum(600))),
  /** Share of requests that are executed and then answered with `error_after_success_status`. */
  error_after_success_rate: rate,
  /** @default 500 */
  error_after_success_status: z.exactOptional(status),
  /** Share of requests that are executed and whose connection is then cut without an answer. */
  drop_rate: rate,
  /** How many reads of a service right after its create are answered 404 and 403 in turn. */
  unseen_reads: reads,
  /** How many reads after these flicker: every other one that would say RUNNING says REBUILDING. */
  unsteady_reads: reads,
  /** How many of them have empty passwords. */
  blank_password_reads: reads,
  /** How many of these requests meet a fault, the first ones. @default all */
  first: z.exactOptional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  /** Ids of the operations that the shares happen to. @default all but those below /v1/forkcast */
  operations: z.exactOptional(list(text)),
});

/** Faults as a client sends them and as the registry shows them. */
export type FaultsBody = z.infer<typeof FaultsBody>;

const path = '/v1/forkcast/fault';

const faults = once(() => atLeast({ faults: z.nullable(FaultsBody), requests: z.number() }));

/** Operations on the faults of a served registry. */
export const faultOperations = {
  FaultGet: operation({
    ...GET(path),
    needs: 'admin',
    summary: 'Shows the faults that are set, and how many requests they have looked at.',
    answer: faults,
    refuses: ['operation_not_simulated'],
  }),

  FaultSet: operation({
    ...PUT(path),
    needs: 'admin',
    summary:
      'Sets the faults of a served registry, in the place of those before, and counts from the first request again.',
    body: () => FaultsBody,
    answer: faults,
    refuses: ['operation_not_simulated'],
  }),

  FaultClear: operation({
    ...DELETE(path),
    needs: 'admin',
    summary: 'Ends all faults.',
    answer: faults,
    refuses: ['operation_not_simulated'],
  }),
};
