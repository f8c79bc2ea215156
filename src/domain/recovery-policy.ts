import * as z from 'zod/mini';
import type { RestoreRun } from './restore-runs';
import { parseDurationMs } from './time';

/** What can be lost at one instant: what a policy asks to survive, and a column of `forkcast recover`. */
export const lossKinds = ['region', 'provider', 'service', 'backup-location'] as const;
export type LossKind = (typeof lossKinds)[number];

const text = z.string().check(z.minLength(1));
const texts = z.array(text).check(z.minLength(1));
/** Longest that a policy may ask for: what is longer was mistyped. */
const longest = '36500d';
const duration = text.check(
  z.refine((value) => parseDurationMs(value) !== undefined, 'a number with ms, s, m, h, d or w, such as 15m'),
  z.refine((value) => policyMs(value) <= policyMs(longest), `at most ${longest}`),
);

/** Of nothing at all it would ask nothing, or what nobody can keep. */
const someTime = duration.check(z.refine((value) => policyMs(value) !== 0, 'more than no time'));
const somePlans = texts.check(z.refine((names) => !names.includes('*'), '"*" allows every plan; leave plans out'));

/** What a policy can ask for; `name`, `projects` and `tags` only say whom it is for. */
const asks = ['survives', 'rpo', 'rto', 'window', 'dataIn', 'plans', 'mostUsdPerMonth', 'forksLive'] as const;

/** What a team commits itself to, for the services that `projects` and `tags` name; where it names neither, for all. */
export const recoveryPolicyShape = () =>
  z
    .strictObject({
      /** What findings and reports call it. */
      name: text,
      /** Projects that it is for. */
      projects: z.exactOptional(texts),
      /** Tags that a service has to have, that it is for it. */
      tags: z.exactOptional(z.record(z.string(), z.string())),
      /** The losses that a service has to come back from. */
      survives: z.exactOptional(z.array(z.enum(lossKinds)).check(z.minLength(1))),
      /** Most that may be missing after a loss that is survived. */
      rpo: z.exactOptional(duration),
      /** Longest that coming back may take. It is judged against `restore` alone. */
      rto: z.exactOptional(someTime),
      /** Least time that one has to be able to go back. */
      window: z.exactOptional(someTime),
      /** Where data and its backups may lie: parts of the world, such as `europe`, and clouds. */
      dataIn: z.exactOptional(texts),
      /** Plans allowed; a `*` at the end stands for anything. */
      plans: z.exactOptional(somePlans),
      /** Most that a plan may cost, by its list price. */
      mostUsdPerMonth: z.exactOptional(z.number().check(z.positive())),
      /** Longest that a fork may live: it then has to say its end in the tag `forkcast_expires`. */
      forksLive: z.exactOptional(someTime),
    })
    .check(({ value, issues }) => {
      const wrong = (path: string[], message: string, input: unknown) =>
        issues.push({ code: 'custom', path, message, input });
      if (asks.every((ask) => value[ask] === undefined))
        wrong([], `it asks for nothing; give one of ${asks.join(', ')}`, value);
      for (const bound of ['rpo', 'rto'] as const)
        if (value[bound] !== undefined && value.survives === undefined)
          wrong(
            [bound],
            `it bounds what comes after a loss; name in survives the losses, such as ["region"]`,
            value[bound],
          );
    });

/** How fast a restore was, where it was measured. */
export const restoreRateShape = () =>
  z.strictObject({
    /** Megabytes of the backup that are restored in a second, with all that follows until it can be used. */
    mbPerSecond: z.number().check(z.gte(0.001), z.lte(1_000_000)),
    /** Until the machines are there. */
    provisioning: duration,
    /** When, where and of what: it stands in every result. */
    measured: text,
  });

/** What a team commits itself to. */
export type RecoveryPolicy = z.infer<ReturnType<typeof recoveryPolicyShape>>;
/** How fast a restore was. */
export type RestoreRate = z.infer<ReturnType<typeof restoreRateShape>>;

/** The policies that judge one configuration, with what restores are judged against. */
export interface RecoveryTerms {
  readonly policies: readonly PlacedPolicy[];
  readonly restore?: RestoreRate;
  /** Recorded runs, of whatever registry. */
  readonly runs?: readonly RestoreRun[];
}

/** A policy, with the construct that declares it: it is for what stands below. Absent: a file, and it is for all. */
export interface PlacedPolicy extends RecoveryPolicy {
  readonly within?: string;
}

/** The tag in which a fork says its end, in RFC 3339. */
export const expiryTag = 'forkcast_expires';

/** A length of time of a policy, in milliseconds: it was read before. */
export const policyMs = (written: string): number => parseDurationMs(written) ?? 0;
