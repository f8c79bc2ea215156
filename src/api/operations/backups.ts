import * as z from 'zod/mini';
import { period } from './fields';
import { operation } from './operation';

export const backupList = operation({
  id: 'ServiceBackupsGet',
  method: 'GET',
  path: '/v1/project/{project}/service/{service}/backups',
  needs: 'read',
  summary: 'Lists the backups of a service, with the windows restorable per location.',
});

export const backupRegionReport = operation({
  id: 'ServiceBackupToAnotherRegionReport',
  method: 'POST',
  path: '/v1/project/{project}/service/{service}/backup_to_another_region/report',
  needs: 'read',
  summary: 'Reports the replication lag of the second backup region over a period that ends now.',
  body: () => z.strictObject({ period, kafka_topic_name: z.optional(z.unknown()) }),
});

export const backupRegionStatus = operation({
  id: 'BackupRegionStatus',
  method: 'GET',
  path: '/v1/forkcast/project/{project}/service/{service}/backup_regions',
  needs: 'read',
  summary: 'Shows the second backup region of a service: target, status, lag and windows.',
});

export const backupCopyPause = operation({
  id: 'BackupCopyPause',
  method: 'PUT',
  path: '/v1/forkcast/project/{project}/service/{service}/backup_copy',
  needs: 'admin',
  summary: 'Pauses or resumes the copying of backups to the second region.',
  body: () => z.strictObject({ paused: z.boolean() }),
});

/** Operations on backups and the second backup region. */
export const backupOperations = [backupList, backupRegionReport, backupRegionStatus, backupCopyPause] as const;
