import { given } from '../../domain';
import type { Command } from '../commands';
import { parseReference } from '../reference';
import { pickChangeable, type StoryStep } from './story-step';

/** The command of a step; `round` counts the repetitions of a workload, from 0. Never throws. */
export const storyCommand = (entry: StoryStep, round: number): Command => {
  if (entry.do === 'outage') return { type: 'SetCloudDown', cloud: entry.cloud, down: entry.down };
  const id = parseReference(entry.service);
  switch (entry.do) {
    case 'write':
      return { type: 'WriteRow', ...id, database: entry.database, key: entry.key, value: entry.value };
    case 'generate': {
      const seed = `${entry.seed ?? entry.service}/${round}`;
      return { type: 'GenerateRows', ...id, database: entry.database, count: entry.count, seed };
    }
    case 'create-database':
      return { type: 'CreateDatabase', ...id, database: entry.database };
    case 'delete-database':
      return { type: 'DeleteDatabase', ...id, database: entry.database };
    case 'create-user':
      return { type: 'CreateUser', ...id, username: entry.username };
    case 'delete-user':
      return { type: 'DeleteUser', ...id, username: entry.username };
    case 'reset-password':
      return { type: 'ResetUserPassword', ...id, username: entry.username };
    case 'create-pool': {
      const { pool, database, username = null } = entry;
      return { type: 'CreatePool', ...id, pool, database, username, poolSize: 10, poolMode: 'transaction' };
    }
    case 'delete-pool':
      return { type: 'DeletePool', ...id, pool: entry.pool };
    case 'pause-copy':
      return { type: 'SetBackupCopyPaused', ...id, paused: entry.paused };
    case 'tags':
      return { type: 'ReplaceTags', ...id, tags: entry.tags };
    case 'terminate':
      return { type: 'TerminateService', ...id };
    case 'power':
      return { type: 'UpdateService', ...id, powered: entry.on };
    case 'backup-region': {
      const regions = entry.cloud === null ? [] : [entry.cloud];
      return { type: 'UpdateService', ...id, userConfig: { additional_backup_regions: regions } };
    }
    case 'change': {
      const { plan } = entry;
      return { type: 'UpdateService', ...id, ...pickChangeable(entry), ...given({ plan }) };
    }
  }
};
