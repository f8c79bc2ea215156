import * as z from 'zod/mini';
import { ForkcastError } from './error';
import { instantOf } from './instant-text';
import { parseJson } from './json';
import { once } from './once';
import type { ReviewCard } from './review-card';
import { schemaFault } from './schema-fault';

/** A stored review that was to be shown is none, or is of another version. */
export class ReviewUnreadableError extends ForkcastError {
  readonly code = 'FC_REVIEW_UNREADABLE';
  readonly exitCode = 2;
  constructor(
    readonly file: string,
    readonly why: string,
  ) {
    super(`${file} is no stored review: ${why}. Make one with "forkcast review PATH --format json".`);
  }
}

const text = z.string();
const maybeText = z.nullable(text);
const maybeNumber = z.nullable(z.number());
const count = z.int().check(z.nonnegative());
const role = z.enum(['primary', 'secondary']);

const timeFields = () => {
  const instant = text.check(
    z.refine((value) => instantOf(value) !== undefined, 'not an instant in RFC 3339'),
    z.meta({ format: 'date-time' }),
  );
  return { instant, maybeInstant: z.nullable(instant) };
};

const sideFields = { name: maybeText, type: maybeText, plan: maybeText, cloud: maybeText, geoRegion: maybeText };

const manifest = z.array(
  z.strictObject({
    item: z.enum([
      'configuration',
      'databases',
      'service-users',
      'connection-pools',
      'integrations',
      'single-sign-on',
      'tags',
      'backups',
    ]),
    names: z.array(text),
  }),
);

const forkShape = () => {
  const { instant, maybeInstant } = timeFields();
  return z.strictObject({
    source: z.strictObject({
      ...sideFields,
      standing: z.enum(['live', 'declared', 'terminated', 'absent', 'unknown']),
    }),
    residency: z.strictObject({
      cloudCrossed: z.nullable(z.boolean()),
      geoRegionCrossed: z.nullable(z.boolean()),
      sentence: text,
    }),
    point: z.strictObject({
      asked: z.enum(['latest-backup', 'time', 'backup', 'latest-transaction', 'unknown']),
      at: maybeInstant,
      ageSeconds: maybeNumber,
      backupName: maybeText,
      location: maybeText,
      role: z.nullable(role),
      newest: z.exactOptional(
        z.array(
          z.strictObject({
            target: z.enum(['latest-transaction', 'latest-backup']),
            at: instant,
            lostMinutes: maybeNumber,
          }),
        ),
      ),
      sentence: text,
    }),
    windows: z.array(
      z.strictObject({
        role,
        location: text,
        earliest: maybeInstant,
        latest: maybeInstant,
        instants: z.enum(['any', 'backups']),
        lagSeconds: maybeNumber,
        backups: z.array(instant).check(z.maxLength(60)),
        gaps: z.array(z.strictObject({ from: instant, to: instant })),
      }),
    ),
    restore: z.nullable(z.strictObject({ dataSizeMb: z.number(), estimateSeconds: z.number() })),
    copied: manifest,
    notCopied: manifest,
    price: z.nullable(
      z.strictObject({
        sourceUsdPerHour: z.number(),
        forkUsdPerHour: z.number(),
        differenceUsdPerMonth: z.number(),
      }),
    ),
  });
};

const acknowledgementFields = () => ({ reason: text, until: timeFields().maybeInstant, scope: text });

const inputShape = () =>
  z.strictObject({
    path: text,
    kind: z.enum(['synth-output', 'plan', 'state']),
    extent: z.enum(['whole', 'partial', 'errored']),
    judged: count,
    others: count,
    notJudged: z.array(z.strictObject({ type: text, addresses: z.array(text), reason: text })),
    leftOut: z.array(text),
    drift: z.array(
      z.strictObject({
        address: text,
        name: maybeText,
        kind: z.enum(['changed', 'ended']),
        settings: z.array(text),
      }),
    ),
  });

const severity = z.enum(['error', 'warning', 'note']);

const serviceShape = () =>
  z.strictObject({
    address: text,
    stack: text,
    standing: z.enum(['new', 'live', 'unknown']),
    change: z.strictObject({
      kind: z.enum(['create', 'update', 'replace', 'delete', 'no-op', 'forget', 'unknown']),
      reasons: z.array(text),
      movedFrom: maybeText,
      imported: z.boolean(),
      sentence: maybeText,
      settings: z.exactOptional(z.array(z.strictObject({ name: text, before: maybeText, after: maybeText }))),
    }),
    side: z.strictObject(sideFields),
    declaredAt: z.nullable(z.strictObject({ file: text, line: z.int().check(z.minimum(1)) })),
    heldBy: z.exactOptional(text),
    power: z.exactOptional(text),
    validUntil: z.nullable(z.strictObject({ at: timeFields().instant, ruleId: text })),
    fork: z.nullable(forkShape()),
    findings: z.array(
      z.strictObject({
        ruleId: text,
        severity,
        attribute: text,
        summary: text,
        detail: text,
        remedy: text,
        acknowledged: z.nullable(z.strictObject(acknowledgementFields())),
      }),
    ),
    undecided: z.array(z.strictObject({ ruleId: text, severity: z.exactOptional(severity), missing: z.array(text) })),
  });

/** The stored form of a review, made when it is first asked for: most runs read none. */
export const reviewCardSchema: () => z.ZodMiniType<ReviewCard> = once(() =>
  z.strictObject({
    formatVersion: z.literal(1),
    verdict: z.strictObject({ kind: z.enum(['stop', 'go', 'unsure', 'loss', 'nothing']), sentence: text }),
    now: timeFields().maybeInstant,
    factsOrigin: maybeText,
    counts: z.strictObject({
      errors: count,
      warnings: count,
      notes: count,
      acknowledged: count,
      undecided: count,
      undecidedErrors: z.exactOptional(count),
      stale: count,
    }),
    services: z.array(serviceShape()),
    staleAcknowledgements: z.array(
      z.strictObject({
        ruleId: text,
        ...acknowledgementFields(),
        why: z.enum(['no-such-finding', 'ended', 'cannot-be-acknowledged', 'no-such-rule']),
      }),
    ),
    lineage: z.strictObject({
      nodes: z.array(
        z.strictObject({
          name: text,
          state: z.enum(['live', 'new', 'replaced', 'destroyed', 'gone', 'unknown']),
          cloud: maybeText,
        }),
      ),
      edges: z.array(z.strictObject({ source: text, fork: text, at: timeFields().maybeInstant })),
    }),
    inputs: z.exactOptional(z.array(inputShape())),
  }),
);

/** Reads the text of a stored review; `file` names it in the error. @throws ReviewUnreadableError */
export const parseReviewCard = (json: string, file: string): ReviewCard => {
  const value = parseJson(json);
  if (value === undefined) throw new ReviewUnreadableError(file, 'it is no JSON');
  const parsed = reviewCardSchema().safeParse(value, { reportInput: true });
  if (!parsed.success) throw new ReviewUnreadableError(file, schemaFault(parsed.error, 'the file'));
  return parsed.data;
};
