import type { PagedServiceBody } from '../../api';
import { toRfc3339 } from '../../domain';
import type { PagedService } from '../registry';
import { windowBody } from './backup-bodies';
import { summarizeProgress } from './node-states';
import { lineageBody, ownershipBody } from './service-body';
import { writeInstant } from './write-instant';

/** A service as lists show it: the same object for the same service, as long as pages keep that. */
export const pagedServiceBody = (paged: PagedService): PagedServiceBody => {
  const known = bodies.get(paged);
  if (known !== undefined) return known;
  const made = makeBody(paged);
  bodies.set(paged, made);
  return made;
};

const bodies = new WeakMap<PagedService, PagedServiceBody>();

const makeBody = ({ facts: paged, phases, newestBackupAt, backupCount }: PagedService): PagedServiceBody => {
  const { percent, phase } = summarizeProgress({ facts: paged, phases });
  const { backupRegion } = paged;
  return {
    project: paged.project,
    service_name: paged.service,
    service_type: paged.type,
    plan: paged.plan,
    cloud_name: paged.cloud,
    state: paged.state,
    progress_percent: percent,
    progress_phase: phase,
    create_time: toRfc3339(paged.createdAt),
    incarnation: paged.incarnation,
    termination_protection: paged.terminationProtection,
    forked_from: paged.lineage === null ? null : lineageBody(paged.lineage),
    replica_of: paged.replicaOf,
    ...(paged.ownership === undefined ? {} : { ownership: ownershipBody(paged.ownership) }),
    windows: (paged.windows ?? []).map(windowBody),
    newest_backup_at: writeInstant(newestBackupAt),
    backup_count: backupCount,
    backup_region: {
      cloud: backupRegion.cloud,
      status: backupRegion.status,
      pause_reason: backupRegion.pauseReason ?? null,
      lag_seconds: backupRegion.lagSeconds,
    },
  };
};
