import {
  megabyte,
  defaultCatalogue,
  given,
  isJsonList,
  planKey,
  serviceKey,
  withoutSecrets,
  type BackupFacts,
  type EpochMs,
  type JsonValue,
  type RecoveryWindow,
  type ServiceFacts,
} from '../domain';
import type { BackupsBody } from './operations';
import type { VendorService } from './vendor-answers';

/** The facts of one service, from its own answer and that of its backups. */
export const readServiceFacts = (
  project: string,
  service: VendorService,
  answer: BackupsBody,
  now: EpochMs,
): ServiceFacts => {
  const backups = answer.backups
    .map((backup) => readBackupFacts(service, backup))
    .sort((a, b) => a.completedAt - b.completedAt);
  const windows = readWindows(service, answer);
  return {
    project,
    service: service.service_name,
    type: service.service_type,
    plan: service.plan,
    cloud: service.cloud_name,
    state: service.state,
    createdAt: Date.parse(service.create_time),
    ...given({
      nodes: service.node_count ?? readPlan(service)?.nodes,
      diskSpaceMb: service.disk_space_mb ?? readPlan(service)?.diskMb,
      dataSizeMb: backups.at(-1)?.dataSizeMb,
    }),
    userConfig: withoutSecrets(service.service_type, service.user_config),
    terminationProtection: service.termination_protection ?? false,
    tags: service.tags ?? {},
    // Since when it is off the vendor does not tell: update_time is that of any change.
    ...(service.state === 'POWEROFF' ? {} : { poweredOffSince: null }),
    ...(answer.backup_progress === undefined ? {} : { backupInProgress: true }),
    backups,
    windows,
    backupRegion: readRegion(service, windows, now),
    ...readPeers(project, service),
  };
};

const readPlan = (service: VendorService) => defaultCatalogue.plans.get(planKey(service.service_type, service.plan));

const readBackupFacts = (service: VendorService, backup: BackupsBody['backups'][number]): BackupFacts => {
  const completedAt = Date.parse(backup.backup_time);
  const copy = backup.additional_regions?.[0];
  return {
    name: backup.backup_name,
    completedAt,
    dataSizeMb: backup.data_size / megabyte,
    location: backup.storage_location ?? service.cloud_name,
    // Only this type has hourly ones among them, and nothing tells which.
    ...(service.service_type === 'opensearch' ? {} : { series: 'regular' }),
    ...(copy === undefined ? {} : { copy: { cloud: copy.cloud, paused: copy.paused ?? false } }),
  };
};

const readInstant = (text: string | null): EpochMs | null => (text === null ? null : Date.parse(text));

const readWindows = (service: VendorService, { pitr, backups }: BackupsBody): readonly RecoveryWindow[] => {
  if (pitr === undefined) return [];
  const rangeOf = (range: { readonly pitr_range_start: string | null; readonly pitr_range_end: string | null }) => ({
    earliest: readInstant(range.pitr_range_start),
    latest: readInstant(range.pitr_range_end),
  });
  const location = backups[0]?.storage_location ?? service.cloud_name;
  return [
    { location, role: 'primary', ...rangeOf(pitr.primary_region) },
    ...pitr.additional_regions.map((region): RecoveryWindow => ({
      location: region.cloud,
      role: 'secondary',
      ...rangeOf(region),
    })),
  ];
};

const readRegion = (
  service: VendorService,
  windows: readonly RecoveryWindow[],
  now: EpochMs,
): ServiceFacts['backupRegion'] => {
  const asked: JsonValue | undefined = service.user_config.additional_backup_regions;
  const cloud = isJsonList(asked) && typeof asked[0] === 'string' ? asked[0] : null;
  const latest = windows.find(({ role }) => role === 'secondary')?.latest ?? null;
  if (cloud === null) return { cloud, status: 'none', lagSeconds: null };
  if (latest === null) return { cloud, status: 'pending' };
  return { cloud, status: 'available', lagSeconds: Math.max(0, Math.round((now - latest) / 1_000)) };
};

const readPeers = (project: string, service: VendorService): Pick<ServiceFacts, 'integrations' | 'replicaOf'> => {
  const keyOf = (of: string | null | undefined, name: string | null | undefined): string | undefined =>
    name ? serviceKey({ project: of ?? project, service: name }) : undefined;
  const own = serviceKey({ project, service: service.service_name });
  const integrations = (service.service_integrations ?? []).map((integration) => {
    const source = keyOf(integration.source_project, integration.source_service) ?? integration.source_endpoint ?? '';
    const destination = keyOf(integration.dest_project, integration.dest_service) ?? integration.dest_endpoint ?? '';
    const isDestination = destination === own;
    return {
      id: integration.service_integration_id ?? '',
      type: integration.integration_type,
      end: isDestination ? ('destination' as const) : ('source' as const),
      peer: isDestination ? source : destination,
    };
  });
  const replica = integrations.find(({ type, end }) => replicaTypes.includes(type) && end === 'destination');
  return { integrations, replicaOf: replica?.peer ?? null };
};

const replicaTypes: readonly string[] = ['read_replica', 'disaster_recovery'];
