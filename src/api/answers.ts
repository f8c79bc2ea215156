import * as z from 'zod/mini';
import { once } from '../domain';

/**
 * What the client demands of an answer: the fields it reads, of the right type. Other fields pass through,
 * so the answers of the vendor and of later releases are read too.
 */
const object = once(() => z.record(z.string(), z.json()));
const texts = once(() => z.array(z.string()));
const tags = once(() => z.record(z.string(), z.string()));
const nullableText = once(() => z.nullable(z.string()));
const mode = once(() => z.enum(['real', 'frozen', 'factor']));

const backup = once(() =>
  z.looseObject({
    backup_name: z.string(),
    backup_time: z.string(),
    data_size: z.number(),
    storage_location: z.exactOptional(z.string()),
    additional_regions: z.exactOptional(
      z.array(
        z.looseObject({
          cloud: z.string(),
          region: z.exactOptional(z.string()),
          paused: z.exactOptional(z.boolean()),
          pause_reason: z.exactOptional(z.string()),
        }),
      ),
    ),
  }),
);

const lineage = once(() =>
  z.looseObject({
    source_project: z.string(),
    source_service: z.string(),
    recovery_point: z.string(),
    backup_name: z.string(),
    location: z.string(),
    role: z.enum(['primary', 'secondary']),
  }),
);

const origin = once(() =>
  z.looseObject({
    stack: z.string(),
    path: z.string(),
    fingerprint: z.string(),
    latest_transaction: z.boolean(),
  }),
);

const owner = once(() =>
  z.looseObject({
    id: z.string(),
    stack: z.string(),
    path: z.string(),
    workspace: nullableText(),
    host: nullableText(),
  }),
);

const ownership = once(() =>
  z.looseObject({
    state: z.enum(['never', 'released', 'making', 'held']),
    owner: z.nullable(owner()),
    since: nullableText(),
    by: nullableText(),
    fresh: z.nullable(z.boolean()),
  }),
);

const extension = once(() =>
  z.looseObject({
    incarnation: z.number(),
    running_at: nullableText(),
    powered_off_since: z.exactOptional(z.string()),
    removed_at: z.exactOptional(z.string()),
    first_backup_at: nullableText(),
    now: z.string(),
    clock_frozen: z.boolean(),
    progress_percent: z.nullable(z.number()),
    progress_phase: nullableText(),
    origin: z.nullable(origin()),
    lineage: z.nullable(lineage()),
    manifest: z.nullable(object()),
    fork_digest: nullableText(),
    ownership: z.exactOptional(ownership()),
  }),
);

export const userAnswer = once(() => z.looseObject({ username: z.string(), type: z.string(), password: z.string() }));

export const serviceAnswer = once(() =>
  z.looseObject({
    service_name: z.string(),
    service_type: z.string(),
    plan: z.string(),
    cloud_name: z.string(),
    state: z.enum(['POWEROFF', 'REBALANCING', 'REBUILDING', 'RUNNING']),
    create_time: z.string(),
    update_time: z.string(),
    user_config: object(),
    termination_protection: z.boolean(),
    disk_space_mb: z.number(),
    node_count: z.number(),
    service_uri: nullableText(),
    backups: z.array(backup()),
    tags: tags(),
    service_integrations: z.array(object()),
    service_notifications: z.exactOptional(
      z.array(z.looseObject({ type: z.string(), level: z.string(), message: z.string() })),
    ),
    databases: texts(),
    users: z.array(userAnswer()),
    forkcast: z.exactOptional(extension()),
  }),
);

const range = once(() => ({ pitr_range_start: nullableText(), pitr_range_end: nullableText() }));

export const backupsAnswer = once(() =>
  z.looseObject({
    backups: z.array(backup()),
    backup_progress: z.exactOptional(z.string()),
    scheduled_backup_time: z.exactOptional(object()),
    pitr: z.exactOptional(
      z.looseObject({
        primary_region: z.looseObject(range()),
        additional_regions: z.array(
          z.looseObject({ ...range(), cloud: z.string(), region: z.exactOptional(z.string()) }),
        ),
      }),
    ),
  }),
);

export const poolAnswer = once(() =>
  z.looseObject({
    pool_name: z.string(),
    database: z.string(),
    username: nullableText(),
    pool_size: z.number(),
    pool_mode: z.string(),
    connection_uri: z.string(),
  }),
);

export const integrationAnswer = once(() =>
  z.looseObject({
    service_integration_id: z.string(),
    integration_type: z.string(),
    source_project: nullableText(),
    source_service: nullableText(),
    dest_project: nullableText(),
    dest_service: nullableText(),
    enabled: z.boolean(),
    active: z.boolean(),
    source_endpoint_id: z.exactOptional(nullableText()),
    dest_endpoint_id: z.exactOptional(nullableText()),
    user_config: z.exactOptional(object()),
  }),
);

export const taskAnswer = once(() => z.looseObject({ task_id: z.string(), success: z.boolean(), result: z.string() }));

export const backupRegionsAnswer = once(() =>
  z.looseObject({
    now: z.string(),
    cloud: nullableText(),
    changed_at: nullableText(),
    status: z.enum(['none', 'pending', 'available', 'paused']),
    pause_reason: z.exactOptional(nullableText()),
    lag_seconds: z.nullable(z.number()),
    copied_backups: z.number(),
    oldest_copy_at: nullableText(),
    windows: z.array(
      z.looseObject({
        location: z.string(),
        role: z.enum(['primary', 'secondary']),
        earliest: nullableText(),
        latest: nullableText(),
      }),
    ),
  }),
);

export const lagReportAnswer = once(() =>
  z.looseObject({
    replication_lag: z.looseObject({
      data: z.looseObject({
        cols: z.array(z.looseObject({ label: z.string(), type: z.string() })),
        rows: z.array(z.tuple([z.string(), z.number()])),
      }),
      hints: z.looseObject({ title: z.string() }),
    }),
  }),
);

export const lineageChainAnswer = once(() =>
  z.looseObject({
    lineage: z.array(z.extend(lineage(), { source_incarnation: z.number(), source_live: z.boolean() })),
  }),
);

export const contentsAnswer = once(() =>
  z.looseObject({
    at: z.string(),
    databases: texts(),
    users: texts(),
    connection_pools: texts(),
    row_count: z.number(),
    data_digest: z.string(),
    config_digest: z.string(),
  }),
);

export const rowsAnswer = once(() =>
  z.looseObject({
    at: z.string(),
    total: z.number(),
    rows: z.array(z.looseObject({ database: z.string(), key: z.string(), value: z.string(), written_at: z.string() })),
  }),
);

export const rowsWrittenAnswer = once(() => z.looseObject({ written_at: z.string() }));

export const clockAnswer = once(() => z.looseObject({ now: z.string(), mode: mode(), factor: z.nullable(z.number()) }));

export const statusAnswer = once(() =>
  z.looseObject({
    now: z.string(),
    clock: z.looseObject({ mode: mode(), factor: z.nullable(z.number()) }),
    profile: z.string(),
    recovery_default: z.optional(z.string()),
    seed: z.string(),
    organizations: texts(),
    projects: z.number(),
    services: z.number(),
    events: z.number(),
    outages: texts(),
  }),
);

export const projectAnswer = once(() => z.looseObject({ project_name: z.string(), organization_id: z.string() }));
export const databaseAnswer = once(() => z.looseObject({ database_name: z.string() }));
export const tagsAnswer = once(() => z.looseObject({ tags: tags() }));
export const outagesAnswer = once(() => z.looseObject({ outages: texts() }));
