import type { OwnershipBody, ServiceBody, ServiceExtension } from '../../api';
import {
  dayMs,
  isJsonObject,
  maxConnections,
  ownerOf,
  planKey,
  toRfc3339,
  type EpochMs,
  type JsonObject,
  type Lineage,
  type Owner,
  type Ownership,
  type Plan,
} from '../../domain';
import type { ServiceDetail } from '../registry';
import { backupBody } from './backup-bodies';
import { listComponents } from './components';
import { connectionInfo, poolUri, serviceUri, uriParameters } from './connection-info';
import { integrationBody } from './integration-body';
import { unreadSecrets } from './redaction';
import { nodeStates, summarizeProgress } from './node-states';
import { userBody } from './user-body';
import { writeInstant } from './write-instant';

/**
 * A service as the API shows it: every field that the vendor's clients demand, then `forkcast`.
 * @see API reference, ServiceGet, and the fields that the Terraform provider reads without asking (read 2026-11-20)
 */
export const serviceBody = (detail: ServiceDetail): ServiceBody & JsonObject => {
  const { catalogue, clock } = detail.seen;
  const type = catalogue.serviceTypes.get(detail.facts.type);
  const plan = catalogue.plans.get(planKey(detail.facts.type, detail.facts.plan));
  const cloud = catalogue.clouds.get(detail.facts.cloud);
  return {
    service_name: detail.facts.service,
    service_type: detail.facts.type,
    service_type_description: type?.title ?? detail.facts.type,
    plan: detail.facts.plan,
    cloud_name: detail.facts.cloud,
    cloud_description:
      cloud === undefined ? detail.facts.cloud : `${cloud.geoRegion}, ${cloud.provider}: ${cloud.name}`,
    state: detail.facts.state,
    create_time: toRfc3339(detail.facts.createdAt),
    update_time: toRfc3339(detail.updatedAt),
    user_config: { ip_filter: everywhere, ...detail.settings.whole },
    termination_protection: detail.facts.terminationProtection,
    project_vpc_id: null,
    group_list: ['default'],
    service_uri: serviceUri(detail),
    service_uri_params: uriParameters(detail),
    connection_info: connectionInfo(detail),
    maintenance: describeMaintenance(detail),
    backups: detail.facts.backups.map((backup) => backupBody(backup, detail.facts, { catalogue, now: clock.now })),
    node_states: nodeStates(detail, clock.now),
    node_count: detail.facts.nodes,
    node_cpu_count: plan?.cpuPerNode ?? 0,
    node_memory_mb: plan?.memoryMbPerNode ?? 0,
    disk_space_mb: detail.facts.diskSpaceMb,
    components: listComponents(detail),
    databases: [...detail.databases],
    users: detail.users.map((user) => userBody(detail, user)),
    connection_pools: detail.pools.map((pool) => ({
      pool_name: pool.pool,
      database: pool.database,
      username: pool.username,
      pool_mode: pool.poolMode,
      pool_size: pool.poolSize,
      connection_uri: poolUri(detail, pool),
    })),
    service_integrations: detail.facts.integrations.map((integration) => integrationBody(detail, integration)),
    service_notifications: listNotifications(detail, clock.now),
    features: {},
    metadata: describeMetadata(detail, plan),
    tags: detail.facts.tags,
    tech_emails: detail.techEmails.map((email) => ({ email })),
    forkcast: describeExtension(detail),
  };
};

/** What the vendor tells beside: how many clients may be connected at once to a PostgreSQL. */
const describeMetadata = ({ facts: { type, userConfig } }: ServiceDetail, plan: Plan | undefined): JsonObject => {
  if (type !== 'pg' || plan === undefined) return {};
  const asked = isJsonObject(userConfig.pg) ? userConfig.pg.max_connections : undefined;
  return { max_connections: asked ?? maxConnections(plan) };
};

/** The vendor's default: open to all. */
const everywhere = ['0.0.0.0/0', '::/0'];

/** How long before its removal a service that is powered off is warned of, and no longer only noted: our inference. */
const warnedMs = 30 * dayMs;

const listNotifications = ({ facts: { service }, removalAt }: ServiceDetail, now: EpochMs) =>
  removalAt === null
    ? []
    : [
        {
          type: 'service_powered_off_removal',
          level: removalAt - now <= warnedMs ? 'warning' : 'notice',
          message: `Service ${service} is powered off. It is deleted if it stays so until ${toRfc3339(removalAt)}.`,
          metadata: {},
        },
      ];

/** No update ever waits; clients read the object without asking whether it is there. */
const describeMaintenance = ({ maintenance }: ServiceDetail) => ({
  dow: maintenance?.dow ?? 'never',
  time: maintenance?.time ?? '10:00:00',
  enabled: maintenance !== null && maintenance.dow !== 'never',
  updates: [],
});

const describeExtension = (detail: ServiceDetail): ServiceExtension => {
  const { clock } = detail.seen;
  const { percent, phase } = summarizeProgress(detail);
  return {
    incarnation: detail.facts.incarnation,
    running_at: writeInstant(detail.facts.runningAt),
    first_backup_at: writeInstant(detail.facts.firstBackupAt),
    ...(detail.facts.poweredOffSince === null ? {} : { powered_off_since: toRfc3339(detail.facts.poweredOffSince) }),
    ...(detail.removalAt === null ? {} : { removed_at: toRfc3339(detail.removalAt) }),
    now: toRfc3339(clock.now),
    clock_frozen: clock.mode.kind === 'frozen',
    progress_percent: percent,
    progress_phase: phase,
    origin:
      detail.facts.origin === null
        ? null
        : {
            stack: detail.facts.origin.stack,
            path: detail.facts.origin.path,
            fingerprint: detail.facts.origin.fingerprint,
            latest_transaction: detail.facts.origin.latestTransaction,
          },
    lineage: detail.facts.lineage === null ? null : lineageBody(detail.facts.lineage),
    ...(detail.facts.replicaOf === null ? {} : { replica_of: detail.facts.replicaOf }),
    manifest: detail.manifest === null ? null : manifestBody(detail.manifest),
    fork_digest: detail.forkDigest,
    ...unreadSecrets(detail.settings),
    ...(detail.facts.ownership === undefined ? {} : { ownership: ownershipBody(detail.facts.ownership) }),
  };
};

/** Whose a service is, as the API shows it. */
export const ownershipBody = (ownership: Ownership): OwnershipBody => {
  const owner = ownerOf(ownership);
  return {
    state: ownership.state,
    owner: owner === undefined ? null : ownerBody(owner),
    since: ownership.state === 'never' ? null : toRfc3339(ownership.since),
    by: ownership.state === 'never' ? null : ownership.by,
    fresh: ownership.state === 'making' ? ownership.fresh : null,
  };
};

const ownerBody = ({ id, label: { stack, path, workspace, host } }: Owner) => ({
  id,
  stack,
  path,
  workspace: workspace ?? null,
  host: host ?? null,
});

/** A lineage as the API shows it. */
export const lineageBody = (lineage: Lineage) => ({
  source_project: lineage.sourceProject,
  source_service: lineage.sourceService,
  source_incarnation: lineage.sourceIncarnation,
  recovery_point: toRfc3339(lineage.recoveryPoint),
  backup_name: lineage.backupName,
  location: lineage.location,
  role: lineage.role,
});

/** A manifest as the API shows it. */
export const manifestBody = (manifest: NonNullable<ServiceDetail['manifest']>): JsonObject => ({
  copied: manifest.copied.map(({ item, names }) => ({ item, names })),
  not_copied: manifest.notCopied.map(({ item, names }) => ({ item, names })),
  ...(manifest.returned === undefined
    ? {}
    : { returned: manifest.returned.map(({ item, names }) => ({ item, names })) }),
});
