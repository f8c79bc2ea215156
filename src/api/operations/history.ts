import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, cursor, list, nullableText, pageLimit, text } from './fields';
import { GET, operation } from './operation';
import { lineage } from './service-answer';

const service = '/v1/forkcast/project/{project}/service/{service}';

/** Which life of a name is meant. @default the newest, live or ended */
const incarnation = once(() =>
  z.exactOptional(
    z
      .string()
      .check(z.regex(/^[1-9]\d{0,8}$/), z.describe('Which life of the name is meant, the newest unless given.')),
  ),
);

const source = once(() => z.extend(lineage(), { source_incarnation: z.number() }));

/**
 * Where a service came from, nearest ancestor first; `source_live`: the ancestor is live today, as the service that was forked.
 * `source_ended_at` null: it is live.
 */
const ancestor = once(() =>
  z.extend(source(), { source_live: z.boolean(), source_ended_at: z.exactOptional(nullableText) }),
);

export type AncestorBody = z.infer<ReturnType<typeof ancestor>>;

const instance = once(() => atLeast({ project: z.string(), service_name: z.string(), incarnation: z.number() }));

const life = once(() =>
  z.extend(instance(), {
    service_type: z.string(),
    plan: z.string(),
    cloud_name: z.string(),
    created_at: z.string(),
    /** Null: it is live. */
    ended_at: nullableText,
    lineage: z.nullable(source()),
  }),
);

const descendant = once(() =>
  z.extend(life(), {
    /** 1: forked from the service itself. */
    depth: z.number(),
    parent: instance(),
  }),
);

const endedService = once(() =>
  z.extend(life(), {
    how: z.enum(['terminated', 'removed']),
    backups_kept_until: z.string(),
    /** The service that it followed; null: it was no replica. */
    replica_of: z.nullable(instance()),
    /** Who held it last, or made it; null: nobody told. */
    made_by: z.nullable(atLeast({ stack: z.string(), path: z.string() })),
  }),
);

const kinds = [
  'created',
  'plan',
  'disk',
  'cloud',
  'version',
  'power-off',
  'restored',
  'backup-region',
  'copy-pause',
  'outage',
  'protection',
  'owner',
  'ended',
] as const;

const isKind = new Set<string>(kinds);
/** Of a list with commas: a kind that there is none of would show an empty history. */
const someKinds = text.check(
  z.refine((given) => given.split(',').every((one) => isKind.has(one)), `each is one of ${kinds.join(', ')}`),
);

const value = z.exactOptional(z.nullable(z.union([z.string(), z.number(), z.boolean()])));

/** Something that happened to a service. Of a `created` one, `after` is its plan; a disk is in MB. */
const historyEntry = once(() =>
  atLeast({
    kind: z.enum(kinds),
    at: z.string(),
    /** Of what lasts: power-off, copy-pause, outage; null: it goes on. */
    until: z.exactOptional(nullableText),
    before: value,
    after: value,
    cloud_name: z.exactOptional(z.string()),
    service_type: z.exactOptional(z.string()),
    lineage: z.exactOptional(z.nullable(source())),
    backup_name: z.exactOptional(nullableText),
    recovery_point: z.exactOptional(nullableText),
    state: z.exactOptional(z.enum(['making', 'held', 'released'])),
    stack: z.exactOptional(nullableText),
    path: z.exactOptional(nullableText),
    by: z.exactOptional(nullableText),
    how: z.exactOptional(z.enum(['terminated', 'removed'])),
  }),
);

const interval = { from: z.exactOptional(text), until: z.exactOptional(text) };

/** Operations on where services came from, and what became of them. */
export const historyOperations = {
  LineageGet: operation({
    ...GET(`${service}/lineage`),
    summary: 'Tells where a service was forked from, and its ancestors; of an ended one, too.',
    query: () => z.object({ incarnation: incarnation() }),
    answer: () => atLeast({ lineage: list(ancestor()) }),
  }),

  DescendantsGet: operation({
    ...GET(`${service}/descendants`),
    summary:
      'Lists the forks of a service and theirs, page by page: each with its own behind it, ended ones among them. Of an ended one, too.',
    query: () => z.object({ incarnation: incarnation(), limit: pageLimit(), cursor }),
    answer: () =>
      atLeast({
        now: z.string(),
        incarnation: z.number(),
        descendants: list(descendant()),
        /** Null: this is the last page. */
        next: nullableText,
      }),
  }),

  EndedServiceList: operation({
    ...GET('/v1/forkcast/project/{project}/ended'),
    summary:
      'Lists the services of a project that have ended, page by page, by name. A page may hold fewer than `limit`, even none; go on ' +
      'with `cursor` while `next` is not null.',
    query: () => z.object({ limit: pageLimit(), cursor }),
    answer: () =>
      atLeast({
        now: z.string(),
        services: list(endedService()),
        /** Null: this is the last page. */
        next: nullableText,
      }),
  }),

  ServiceHistory: operation({
    ...GET(`${service}/history`),
    summary:
      'Tells what happened to a service from `from` (its creation) until `until` (now), oldest first, with the values before and after; ' +
      '`kinds` are separated by commas. What lasts belongs to every interval that it overlaps.',
    query: () =>
      z.object({
        ...interval,
        kinds: z.exactOptional(someKinds),
        incarnation: incarnation(),
        limit: pageLimit(),
        cursor,
      }),
    answer: () =>
      atLeast({
        now: z.string(),
        from: z.string(),
        until: z.string(),
        entries: list(historyEntry()),
        /** Null: this is the last page. */
        next: nullableText,
      }),
  }),

  ReplicationLag: operation({
    ...GET(`${service}/lag`),
    summary:
      'Charts how far each second backup region of a service was behind, from `from` (a day ago) until `until` (now): with the steps of ' +
      'the periods of the report, and where copying stopped and went on; at most 2,000 points.',
    query: () =>
      z.object({
        ...interval,
        /** @default the finest with at most 500 points */
        resolution: z.exactOptional(z.enum(['hour', 'day', 'week', 'month', 'year'])),
        incarnation: incarnation(),
      }),
    answer: () =>
      atLeast({
        now: z.string(),
        from: z.string(),
        until: z.string(),
        resolution: z.enum(['hour', 'day', 'week', 'month', 'year']),
        every_seconds: z.number(),
        /** One for each time that a region was the second one, oldest first; until null: it is. */
        regions: list(
          atLeast({
            cloud_name: z.string(),
            from: z.string(),
            until: nullableText,
            points: list(atLeast({ at: z.string(), lag_seconds: z.number() })),
          }),
        ),
      }),
  }),
};
