import * as z from 'zod/mini';
import { once, readerLanguages } from '../../domain';
import { atLeast, jsonObject, list, maybeText, nullableText, text, texts } from './fields';
import { GET, POST, operation } from './operation';
import { window } from './backups';
import { lineage } from './service-answer';
import { askedOfAny } from './services';

const severity = z.enum(['error', 'warning', 'note']);

/** What one rule has against a fork. `attribute`: the API name of what is at fault. */
const finding = once(() =>
  atLeast({
    rule: z.string(),
    severity,
    title: z.string(),
    sentence: z.string(),
    remedy: z.string(),
    attribute: z.string(),
  }),
);

/** What a rule could not decide, and for lack of what. */
const undecided = once(() => atLeast({ rule: z.string(), severity, missing: texts }));

const number = z.nullable(z.number());

/** What a fork would be: its manifest, its recovery point and its times; or why it would be refused. Windows are the source's. */
const forkPreview = once(() =>
  atLeast({
    possible: z.boolean(),
    source: atLeast({ project: z.string(), service: z.string(), state: z.string() }),
    windows: list(z.extend(window(), { down: z.exactOptional(z.boolean()) })),
    /**
     * The newest points that it could hold, the one that loses least first; absent from older registries. Null `lost_minutes`: not
     * known. `from`: only from there.
     */
    recovery_choices: z.exactOptional(
      list(
        atLeast({
          target: z.string(),
          recovery_point: z.string(),
          lost_minutes: z.nullable(z.number()),
          from: z.exactOptional(z.string()),
        }),
      ),
    ),
    refusals: list(atLeast({ error_code: z.string(), message: z.string() })),
    lineage: z.exactOptional(z.nullable(lineage())),
    manifest: z.exactOptional(z.nullable(jsonObject)),
    estimate: z.exactOptional(
      atLeast({
        now: z.string(),
        running_at: nullableText,
        first_backup_at: nullableText,
        seconds_to_running: number,
        seconds_to_first_backup: number,
      }),
    ),
    fork: z.exactOptional(
      atLeast({
        project: z.string(),
        service_name: z.string(),
        plan: z.string(),
        cloud_name: z.string(),
        disk_space_mb: z.number(),
        data_size_mb: z.number(),
      }),
    ),
    /** From the recovery point until now; null: nothing is restored. */
    age_seconds: z.exactOptional(number),
    /** List prices of the plans alone; null: the catalogue does not know it. */
    price: z.exactOptional(atLeast({ source_usd_per_hour: number, fork_usd_per_hour: number })),
    /** What all rules say of it; null: forks are not judged here. */
    findings: z.exactOptional(z.nullable(list(finding()))),
    undecided: z.exactOptional(z.nullable(list(undecided()))),
    /** Until when that recovery point can be restored, as far as the rules know; null: they do not. */
    valid_until: z.exactOptional(nullableText),
  }),
);

export type ForkPreviewBody = z.infer<ReturnType<typeof forkPreview>>;

/** The instants that are judged: those of an interval, both ends included; each thing is told once. */
const during = { from: z.string(), until: z.string() };

/** A fork in other words than those of a create: what it leaves out is as in its source. */
const wish = once(() => ({
  /** Where the fork would be. @default the project of its source */
  project: maybeText,
  /** @default a free name */
  service_name: maybeText,
  /** @default the plan of its source */
  plan: maybeText,
  /** @default the cloud of its source; from the secondary location, where the copies lie */
  cloud: maybeText,
  disk_space_mb: z.exactOptional(z.nullable(z.int())),
  user_config: z.exactOptional(jsonObject),
  from: z.exactOptional(z.enum(['primary', 'secondary'])),
}));

/** Who reads the remedies of what is found. @default cli */
const reader = z.exactOptional(z.enum(readerLanguages));

const previewed = once(() =>
  z.strictObject({
    ...wish(),
    ...askedOfAny(),
    recovery_target_time: maybeText,
    recovery_basebackup_name: maybeText,
    latest_transaction: z.exactOptional(z.boolean()),
    copy_tags: z.exactOptional(z.boolean()),
    tags: z.exactOptional(z.record(text, z.string())),
  }),
);

/** Operations that look at forks before they are made, and make none. */
export const forkOperations = {
  ForkPreview: operation({
    ...POST('/v1/forkcast/project/{project}/service/{service}/fork-preview'),
    needs: 'read',
    summary:
      'Tells what a fork of the service would hold, from when it would run, what it costs and what the rules say, or why it would be ' +
      'refused. Makes nothing.',
    body: () => z.extend(previewed(), { reader }),
    answer: forkPreview,
  }),

  ForkRequestText: operation({
    ...POST('/v1/forkcast/project/{project}/service/{service}/fork-request'),
    needs: 'read',
    summary:
      'Writes a fork of the service as code, ready to copy: the construct, the resource of the provider, the command line, and a request ' +
      'by curl. Makes nothing and judges nothing.',
    body: previewed,
    answer: () => atLeast({ typescript: z.string(), hcl: z.string(), cli: z.string(), curl: z.string() }),
  }),

  TakeoverText: operation({
    ...GET('/v1/forkcast/project/{project}/service/{service}/takeover'),
    summary:
      'Writes what takes the service into a stack: the construct, the block `import` with its resource, and the command line that lets ' +
      'the construct have it. Takes nothing over.',
    answer: () => atLeast({ typescript: z.string(), hcl: z.string(), cli: z.string() }),
  }),

  ForkJudge: operation({
    ...POST('/v1/forkcast/project/{project}/service/{service}/judge'),
    needs: 'read',
    summary:
      'Judges forks of the service by all rules, at every instant that they may be restored to, now: what a rule says, with the interval ' +
      'of instants of which it says it.',
    body: () =>
      z.strictObject({
        /** @default the oldest instant that can be restored from any location */
        from: z.exactOptional(text),
        /** @default now */
        until: z.exactOptional(text),
        /** These instants alone, in the place of an interval. */
        instants: z.exactOptional(list(text).check(z.minLength(1), z.maxLength(200))),
        reader,
        targets: list(
          z.strictObject({
            ...wish(),
            /** `time`: any instant of the interval. */
            kind: z.enum(['time', 'latest-transaction', 'latest-backup', 'backup']),
            /** With `backup`. */
            backup_name: z.exactOptional(text),
            /** @default the type of its source */
            service_type: z.exactOptional(text),
          }),
        ).check(z.minLength(1), z.maxLength(24)),
      }),
    /** One entry per target, in their order. Texts hold `{at}` where they tell the instant itself. */
    answer: () =>
      atLeast({
        now: z.string(),
        ...during,
        /** False: what is told of an interval may hold in a part of it only. */
        complete: z.boolean(),
        targets: list(
          atLeast({
            findings: list(z.extend(finding(), during)),
            undecided: list(z.extend(undecided(), during)),
            /** Until when what can be restored there can still be restored, as it stands. */
            lasting: list(atLeast({ ...during, valid_until: z.string() })),
          }),
        ),
      }),
    refuses: ['not_judged_here'],
  }),
};
