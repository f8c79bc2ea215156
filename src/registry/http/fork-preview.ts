import type { forkPreview } from '../../api';
import { toRfc3339, type EpochMs, type JsonObject } from '../../domain';
import type { CreateService } from '../commands';
import { given } from '../given';
import type { Preview, ServiceDetail } from '../registry';
import { lineageBody, manifestBody } from './service-body';

type Asked =
  NonNullable<(typeof forkPreview)['body']> extends { readonly _zod: { readonly output: infer Body } } ? Body : never;

/** The create that a preview asks about: what it does not say is as in the source. */
export const previewCommand = (source: ServiceDetail, asked: Asked): CreateService => ({
  type: 'CreateService',
  project: asked.project ?? source.project,
  service: asked.service_name ?? `${source.service.slice(0, 50)}-fork-preview`,
  serviceType: source.type,
  plan: asked.plan ?? source.plan,
  cloud: asked.cloud ?? source.cloud,
  userConfig: {
    ...asked.user_config,
    service_to_fork_from: source.service,
    ...((asked.project ?? source.project) === source.project ? {} : { project_to_fork_from: source.project }),
    ...given({
      recovery_target_time: asked.recovery_target_time,
      recovery_basebackup_name: asked.recovery_basebackup_name,
    }),
  },
  ...given({
    diskSpaceMb: asked.disk_space_mb,
    copyTags: asked.copy_tags,
    tags: asked.tags,
    terminationProtection: asked.termination_protection,
    from: asked.from,
  }),
});

/** What a fork would be: its manifest, its recovery point and its times; or why it would be refused. Windows are the source's. */
export const previewBody = (source: ServiceDetail, preview: Preview): JsonObject => ({
  source: { project: source.project, service: source.service, state: source.state },
  windows: (source.windows ?? []).map((window) => ({
    location: window.location,
    role: window.role,
    earliest: textOf(window.earliest),
    latest: textOf(window.latest),
  })),
  ...(preview.kind === 'refused'
    ? { possible: false, refusals: [{ error_code: preview.refusal.code, message: preview.refusal.message }] }
    : { possible: true, refusals: [], ...forkBody(preview) }),
});

const forkBody = ({ at, service }: Extract<Preview, { kind: 'possible' }>): JsonObject => ({
  lineage: service.lineage === null ? null : lineageBody(service.lineage),
  manifest: service.manifest === null ? null : manifestBody(service.manifest),
  estimate: {
    now: toRfc3339(at),
    running_at: textOf(service.runningAt),
    first_backup_at: textOf(service.firstBackupAt),
    seconds_to_running: secondsFrom(at, service.runningAt),
    seconds_to_first_backup: secondsFrom(at, service.firstBackupAt),
  },
  fork: {
    project: service.project,
    service_name: service.service,
    plan: service.plan,
    cloud_name: service.cloud,
    node_count: service.nodes,
    disk_space_mb: service.diskSpaceMb,
    data_size_mb: service.dataSizeMb,
  },
});

const textOf = (at: EpochMs | null): string | null => (at === null ? null : toRfc3339(at));
const secondsFrom = (from: EpochMs, to: EpochMs | null): number | null => (to === null ? null : (to - from) / 1_000);
