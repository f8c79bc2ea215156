import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, jsonObject, list, nullableText, tags, texts } from './fields';

/** A completed base backup; `data_size` in bytes before compression. */
export const backup = once(() =>
  atLeast({
    backup_name: z.string(),
    backup_time: z.string(),
    data_size: z.number(),
    storage_location: z.exactOptional(z.string()),
    additional_regions: z.exactOptional(
      list(
        atLeast({
          cloud: z.string(),
          region: z.exactOptional(z.string()),
          paused: z.exactOptional(z.boolean()),
          pause_reason: z.exactOptional(z.string()),
        }),
      ),
    ),
  }),
);

/** Where a fork came from: the recovery point really used, and the location it was read from. */
export const lineage = once(() =>
  atLeast({
    source_project: z.string(),
    source_service: z.string(),
    recovery_point: z.string(),
    backup_name: z.string(),
    location: z.string(),
    role: z.enum(['primary', 'secondary']),
  }),
);

export type LineageBody = z.infer<ReturnType<typeof lineage>>;

const origin = once(() =>
  atLeast({ stack: z.string(), path: z.string(), fingerprint: z.string(), latest_transaction: z.boolean() }),
);

export type OriginBody = z.infer<ReturnType<typeof origin>>;

/** An owner; only ids are compared. */
const owner = once(() =>
  atLeast({ id: z.string(), stack: z.string(), path: z.string(), workspace: nullableText, host: nullableText }),
);

export type OwnerBody = z.infer<ReturnType<typeof owner>>;

/** Whose a service is. `since` and `by`: the newest change; `fresh`: its maker gave a sign of life a moment ago, null: it has no maker. */
export const ownership = once(() =>
  atLeast({
    state: z.enum(['never', 'released', 'making', 'held']),
    /** Null: nobody holds it. */
    owner: z.nullable(owner()),
    since: nullableText,
    by: nullableText,
    fresh: z.nullable(z.boolean()),
  }),
);

export type OwnershipBody = z.infer<ReturnType<typeof ownership>>;

/** What this registry tells beyond the vendor's fields. Instants are RFC 3339. */
const extension = once(() =>
  atLeast({
    incarnation: z.number(),
    /** When it is, or was, RUNNING; null: never, as it stands (powered off). */
    running_at: nullableText,
    /** Only while it is powered off: since when, and when it is deleted if it stays so. */
    powered_off_since: z.exactOptional(z.string()),
    removed_at: z.exactOptional(z.string()),
    first_backup_at: nullableText,
    /** The registry's clock at the answer, and whether it stands still. */
    now: z.string(),
    clock_frozen: z.boolean(),
    /** 0 to 100 while it is made or changed, and the phase it is in. */
    progress_percent: z.nullable(z.number()),
    progress_phase: nullableText,
    origin: z.nullable(origin()),
    lineage: z.nullable(lineage()),
    /** Only of a replica: the `project/service` that it follows. */
    replica_of: z.exactOptional(z.string()),
    manifest: z.nullable(jsonObject),
    fork_digest: nullableText,
    /** Secrets that `user_config` lacks, by path: `sealed` without the key, `not_kept` from before there was one. */
    secrets: z.exactOptional(z.record(z.string(), z.enum(['sealed', 'not_kept']))),
    /** Whose it is; absent: the registry knows no owners. */
    ownership: z.exactOptional(ownership()),
  }),
);

export type ServiceExtension = z.infer<ReturnType<typeof extension>>;

/** Whether secrets are asked for. Absent: who may see them gets them. */
export const secretsQuery = once(() => z.object({ include_secrets: z.exactOptional(z.string()) }));

/** A database user of a service. */
export const user = once(() =>
  atLeast({
    username: z.string(),
    type: z.string(),
    password: z.string(),
    /** Absent: nothing was ever said of it. */
    access_control: z.exactOptional(jsonObject),
  }),
);

export type UserBody = z.infer<ReturnType<typeof user>>;

const pool = once(() =>
  atLeast({
    pool_name: z.string(),
    database: z.string(),
    /** Null: the user of whoever connects. */
    username: nullableText,
    pool_size: z.number(),
    pool_mode: z.string(),
    connection_uri: z.string(),
  }),
);

/** What every view of a service shows. */
export const everywhere = once(() => ({
  service_name: z.string(),
  service_type: z.string(),
  plan: z.string(),
  cloud_name: z.string(),
  state: z.enum(['POWEROFF', 'REBALANCING', 'REBUILDING', 'RUNNING']),
  create_time: z.string(),
  termination_protection: z.boolean(),
}));

/**
 * A service as the API shows it: the vendor's fields, and under `forkcast` what only this registry tells.
 * @see API reference, ServiceGet (read 2026-11-20)
 */
export const service = once(() =>
  atLeast({
    ...everywhere(),
    update_time: z.string(),
    user_config: jsonObject,
    disk_space_mb: z.number(),
    node_count: z.number(),
    service_uri: nullableText,
    backups: list(backup()),
    tags,
    service_integrations: list(jsonObject),
    service_notifications: z.exactOptional(list(atLeast({ type: z.string(), level: z.string(), message: z.string() }))),
    /** `dow`: day of the week, or `never`. */
    maintenance: z.exactOptional(atLeast({ dow: z.string(), time: z.string() })),
    tech_emails: z.exactOptional(list(atLeast({ email: z.string() }))),
    databases: texts,
    users: list(user()),
    /** Absent: its type has none. */
    connection_pools: z.exactOptional(list(pool())),
    /** Absent when the answer comes from the vendor. */
    forkcast: z.exactOptional(extension()),
  }),
);

export type ServiceBody = z.infer<ReturnType<typeof service>>;

/** The answer of every operation that shows one service. */
export const oneService = once(() => atLeast({ service: service() }));
