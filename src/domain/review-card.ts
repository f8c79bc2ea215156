import * as z from 'zod/mini';
import { fixShape } from './card-fix';
import { cardInstant } from './card-instant';
import { lineageShape } from './card-lineage';
import { recoveryChangeShape } from './card-recovery';
import { entry, list } from './entry';
import { inputAccountShape } from './input-account';
import { judgedByShape } from './judged-by';
import { manifestEntryShape } from './manifest';
import { once } from './once';

/** Error: it will be refused or lose data. Warning: it works, with a surprise. Note: worth knowing. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

const text = z.string();
const maybeText = z.nullable(text);
const maybeNumber = z.nullable(z.number());
const count = z.int().check(z.nonnegative());
const role = z.enum(['primary', 'secondary']);
const severity = z.enum(severities);

const instant = cardInstant;
const maybeInstant = z.nullable(instant);

/** One side of a fork; its name is `project/service`. Null: not known. */
const sideFields = {
  name: maybeText,
  type: maybeText,
  plan: maybeText,
  cloud: maybeText,
  /** Part of the world that the cloud lies in. */
  geoRegion: maybeText,
};

/** An interval of time, both ends inclusive. */
const spanShape = () => entry({ from: instant, to: instant });

/** The state that the fork will hold. */
const pointShape = () =>
  entry({
    asked: z.enum(['latest-backup', 'time', 'backup', 'latest-transaction', 'unknown']),
    /** The instant whose state is restored; null: not known. */
    at: maybeInstant,
    /** Seconds from that instant to the clock of the facts; null: not known. */
    ageSeconds: maybeNumber,
    /** The base backup that is restored, or that the log is replayed onto. */
    backupName: maybeText,
    location: maybeText,
    role: z.nullable(role),
    /** The newest points that could be asked for without naming a time, the one that loses least first; absent: it asks for neither. */
    newest: z.exactOptional(
      list(
        entry({
          target: z.enum(['latest-transaction', 'latest-backup']),
          at: instant,
          /** Begun minutes that it would miss of all that was written; null: nobody publishes where the log ends. */
          lostMinutes: maybeNumber,
        }),
      ),
    ),
    sentence: text,
  });

/** What one storage location can restore. */
const windowShape = () =>
  entry({
    role,
    location: text,
    /** Null: nothing can be restored from there. */
    earliest: maybeInstant,
    latest: maybeInstant,
    /** `any`: every instant of it; `backups`: the instants of its backups only. */
    instants: z.enum(['any', 'backups']),
    /** Seconds that the newest restorable instant is behind the clock of the facts; null: not known. */
    lagSeconds: maybeNumber,
    /** Where only backups can be restored: the instants of the newest, oldest first, at most 60. */
    backups: z.array(instant).check(z.maxLength(60)),
    /** Stretches of a second location whose backups were not copied. */
    gaps: list(spanShape()),
  });

/** The fork that a service asks for. */
const forkShape = () =>
  entry({
    source: entry({ ...sideFields, standing: z.enum(['live', 'declared', 'terminated', 'absent', 'unknown']) }),
    /** Where the data comes to rest. */
    residency: entry({
      /** Null: one of the two clouds, or where it lies, is not known. */
      cloudCrossed: z.nullable(z.boolean()),
      geoRegionCrossed: z.nullable(z.boolean()),
      sentence: text,
    }),
    point: pointShape(),
    windows: list(windowShape()),
    /** How long the restore may take; null: not known. */
    restore: z.nullable(entry({ dataSizeMb: z.number(), estimateSeconds: z.number() })),
    copied: list(manifestEntryShape()),
    notCopied: list(manifestEntryShape()),
    /** List prices, in USD; null: not known. */
    price: z.nullable(
      entry({
        sourceUsdPerHour: z.number(),
        forkUsdPerHour: z.number(),
        /** For 730 hours: what the fork costs more (or less) than its source. */
        differenceUsdPerMonth: z.number(),
      }),
    ),
  });

/** A finding that someone accepted. */
const acknowledgementFields = { reason: text, until: maybeInstant, scope: text };

/** What will happen to the service; `unknown`: no plan and no facts tell; `gone`: it has ended before, beside the record. */
const changeShape = () =>
  entry({
    kind: z.enum(['create', 'update', 'replace', 'delete', 'no-op', 'forget', 'gone', 'unknown']),
    /** API names of the settings that force a replacement. */
    reasons: list(text),
    /** Why, where the plan tells, such as `replace_because_tainted`; absent: it does not, or an older review. */
    why: z.exactOptional(text),
    movedFrom: maybeText,
    imported: z.boolean(),
    /** It leaves the record as another's, who holds it by now; absent: it is no such one, or an older review. */
    anothers: z.exactOptional(z.literal(true)),
    /** Said first where the service is destroyed, leaves the record and stays, or has ended before; null: none of these. */
    sentence: maybeText,
    /** What an update in place changes; absent: it is no update, or an older review. */
    settings: z.exactOptional(
      list(
        entry({
          /** API name, such as `plan` or `user_config.pg_version`. */
          name: text,
          /** JSON texts without quotes where they are words, or `known after apply`; null: not set. */
          before: maybeText,
          after: maybeText,
        }),
      ),
    ),
  });

/** The last instant at which a rule holds. */
const endShape = () => entry({ at: instant, ruleId: text });

/** One judged service. */
const serviceShape = () =>
  entry({
    address: text,
    stack: text,
    standing: z.enum(['new', 'live', 'unknown']),
    change: changeShape(),
    side: entry(sideFields),
    /** `project/service` of the live service that it replaces under another name; absent: it is no such one. */
    priorName: z.exactOptional(text),
    /** Where it is declared in the source code: `/`-separated, relative to the folder that the review was made in; lines from 1. */
    declaredAt: z.nullable(entry({ file: text, line: z.int().check(z.minimum(1)) })),
    /** Who holds the live service of this name, and who took it over when; absent: nobody, or it is not known. */
    heldBy: z.exactOptional(text),
    /** Whether a live service is off, and whether the apply switches it; absent: it runs and goes on, or nothing is known. */
    power: z.exactOptional(text),
    /** The first instant after which something that holds now will not; null: nothing of it ends. */
    validUntil: z.nullable(endShape()),
    /** What else of it holds only for a time; absent: nothing. */
    laterEnds: z.exactOptional(list(endShape())),
    /** What the plan does to how it comes back; absent: nothing, and no policy asks for anything, or an older review. */
    recovery: z.exactOptional(list(recoveryChangeShape())),
    /** Null: it is no fork. */
    fork: z.nullable(forkShape()),
    /** It is a fork that the plan ends or lets go, of which no more is told; absent: it is no such one. */
    endsFork: z.exactOptional(z.literal(true)),
    /** One rule's judgement each. */
    findings: list(
      entry({
        ruleId: text,
        severity,
        /** The severity that its rule was written with; absent: no policy gave it another. */
        ownSeverity: z.exactOptional(severity),
        /** API name of the setting at fault, such as `user_config.recovery_target_time`. */
        attribute: text,
        /** At most 80 characters, no full stop: the rule's own title. */
        summary: text,
        /** Sentences with the value got and the bound. */
        detail: text,
        /** What to do, in one or two sentences. */
        remedy: text,
        /** What mends it; absent: nothing that could be said without a person, or an older review. */
        fix: z.exactOptional(fixShape()),
        /** Null: nobody accepted it. What is accepted never fails a run. */
        acknowledged: z.nullable(entry(acknowledgementFields)),
      }),
    ),
    /** Rules that could not be decided, with the facts that they missed. */
    undecided: list(
      entry({
        ruleId: text,
        /** The worst that the rule could have found; absent: an older review. */
        severity: z.exactOptional(severity),
        missing: list(text),
      }),
    ),
  });

/**
 * What a reviewer reads: a review with everything that it is shown with. Self-contained, so that a stored one can be shown
 * years later: it is the JSON of `forkcast review`. Instants are RFC 3339 in UTC. It holds no secret. Made when it is first asked for:
 * most runs read none.
 */
export const reviewCardSchema = once(() =>
  entry({
    formatVersion: z.literal(1),
    /**
     * One sentence on the whole review. `unsure`: nothing was found that stops, and something that could was not decided or not judged.
     * `loss`: all is judged, and live services are destroyed. `nothing`: nothing is made, changed or destroyed.
     */
    verdict: entry({ kind: z.enum(['stop', 'go', 'unsure', 'loss', 'nothing']), sentence: text }),
    /** Clock of the facts; null: time was not known. */
    now: maybeInstant,
    factsOrigin: maybeText,
    /** Acknowledged findings stand apart. */
    counts: entry({
      errors: count,
      warnings: count,
      notes: count,
      acknowledged: count,
      undecided: count,
      /** Those of them that could have been errors of what is made or changed; absent: an older review, which did not count them. */
      undecidedErrors: z.exactOptional(count),
      /** Acknowledgements that can be taken out. */
      stale: count,
    }),
    /** What is destroyed first, then forks, then the rest; by address. */
    services: list(serviceShape()),
    /** Acknowledgements that can be taken out. */
    staleAcknowledgements: list(
      entry({
        ruleId: text,
        ...acknowledgementFields,
        why: z.enum(['no-such-finding', 'ended', 'cannot-be-acknowledged', 'no-such-rule']),
      }),
    ),
    lineage: lineageShape(),
    /** By what it was judged; absent: an older review. */
    judgedBy: z.exactOptional(judgedByShape()),
    /** What was judged, and what became of everything in it; absent: an older review. */
    inputs: z.exactOptional(list(inputAccountShape())),
  }),
);

/** What a reviewer reads. */
export type ReviewCard = z.infer<ReturnType<typeof reviewCardSchema>>;
/** One sentence on the whole review. */
export type CardVerdict = ReviewCard['verdict'];
/** One judged service. */
export type CardService = ReviewCard['services'][number];
/** What will happen to the service. */
export type CardChange = CardService['change'];
/** A setting of a live service that is changed in place. */
export type CardSetting = NonNullable<CardChange['settings']>[number];
/** One side of a fork. */
export type CardSide = CardService['side'];
/** One rule's judgement of the service that it stands below. */
export type CardFinding = CardService['findings'][number];
/** A rule that could not be decided, with the facts that it missed. */
export type CardUndecided = CardService['undecided'][number];
/** The fork that a service asks for, and the state that it will hold. */
export type CardFork = NonNullable<CardService['fork']>;
export type CardPoint = CardFork['point'];
/** A newest point, with what it would miss of all that was written. */
export type CardNewestPoint = NonNullable<CardPoint['newest']>[number];
/** What one storage location can restore. */
export type CardWindow = CardFork['windows'][number];
/** An interval of time, both ends inclusive. */
export type CardSpan = CardWindow['gaps'][number];
/** Where the data comes to rest. */
export type CardResidency = CardFork['residency'];
/** How long the restore may take, and list prices in USD. */
export type CardRestore = NonNullable<CardFork['restore']>;
export type CardPrice = NonNullable<CardFork['price']>;
/** An acknowledgement that can be taken out. */
export type CardStaleAcknowledgement = ReviewCard['staleAcknowledgements'][number];
