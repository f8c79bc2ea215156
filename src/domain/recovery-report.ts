import * as z from 'zod/mini';
import { entry, list } from './entry';
import { judgedByShape } from './judged-by';
import { once } from './once';
import { restoreRateShape } from './recovery-policy';
import { restoreRunShape } from './restore-runs';

const text = z.string();
const maybeText = z.nullable(text);
const maybeNumber = z.nullable(z.number());
const count = z.int().check(z.nonnegative());

/** What is asked for by a fork; `from`: the location that it insists on. */
const forkShape = () =>
  z.strictObject({
    project: text,
    service_name: text,
    service_type: text,
    plan: text,
    cloud_name: text,
    disk_space_mb: z.exactOptional(z.number()),
    from: z.exactOptional(z.enum(['primary', 'secondary'])),
    latest_transaction: z.exactOptional(z.literal(true)),
    user_config: z.record(text, text),
  });

/** One service after one loss. */
const cellShape = () =>
  entry({
    /** One of the report's losses. */
    loss: text,
    /** The policies that ask to survive it; []: none does, and any way back counts. */
    asked: list(text),
    verdict: z.enum(['met', 'breached', 'unknown']),
    /** Why, in sentences. */
    why: text,
    /** Where it comes back from; null: nothing does, it is not touched, or it is not known. */
    from: z.nullable(
      entry({
        location: text,
        role: z.enum(['primary', 'secondary']),
        backupName: text,
        /** The last instant that is restored, RFC 3339. */
        restoredTo: text,
        /** Computed: from that instant to the loss. */
        lossSeconds: z.number(),
        /** What of the log may be missing besides, as it is shipped in parts; null: nobody publishes how long that takes. */
        unshippedSeconds: maybeNumber,
        /** Computed, by a recorded run or by the rate of the policy; null: nobody measured a restore here. */
        restore: z.nullable(entry({ seconds: z.number(), formula: text })),
        /** The fork that does it, by the names of the API. */
        fork: forkShape(),
      }),
    ),
  });

/** What comes back from where, and with what loss: the JSON of `forkcast recover`. Self-contained, and without secrets. */
export const recoveryReportSchema = once(() =>
  entry({
    formatVersion: z.literal(1),
    /** The instant of the losses, RFC 3339. */
    at: text,
    /** Clock of the facts. */
    now: text,
    factsOrigin: text,
    /** The facts are of a real account: a fork is in the vendor's words, and its command line the vendor's own. */
    realAccount: z.exactOptional(z.literal(true)),
    /** It is told as it would be after the plans that were given. */
    afterPlan: z.boolean(),
    judgedBy: judgedByShape(),
    restore: z.nullable(restoreRateShape()),
    /** Recorded runs of this registry; absent: none. */
    runs: z.exactOptional(list(restoreRunShape())),
    counts: entry({ met: count, breached: count, unknown: count, askedBreached: count, askedUnknown: count }),
    losses: list(text),
    /** By name. */
    services: list(entry({ name: text, type: maybeText, plan: maybeText, cloud: maybeText, cells: list(cellShape()) })),
  }),
);

/** What comes back from where, and with what loss. */
export type RecoveryReport = z.infer<ReturnType<typeof recoveryReportSchema>>;
/** One service after one loss. */
export type RecoveryCell = RecoveryReport['services'][number]['cells'][number];
