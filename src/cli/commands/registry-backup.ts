import { resolve } from 'node:path';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { FileUnreadableError } from '../errors';

/** `forkcast registry backup`. */
export const registryBackup: CommandDefinition = {
  name: 'registry backup',
  summary: 'copy a registry into one file, while others use it',
  about:
    'The copy is the registry at one instant, whole, and only you may read it. Its key (REGISTRY.key) is not in it: keep that apart. It ' +
    'is used like any registry; to put it back, stop what uses the registry, remove its file and those beside it (-wal, -shm), and copy ' +
    'the backup there.',
  examples: { 'forkcast registry backup monday.db': 'the registry of this folder, served or not' },
  exitCodes: { 3: 'the file is there already, or the registry cannot be read' },
  place: 'registry',
  declare: (inputs) => {
    const file = inputs.argument('file', 'where the copy goes: a file that is not there yet');
    return async (context) => {
      const { registryFile } = await import('../world/found-registry.js');
      const { backupSqlite, openSqliteStore, StoreExistsError } = await import('../../registry/index.js');
      const path = registryFile(context.location());
      const target = resolve(context.terminal.cwd, file());
      openSqliteStore(path).close();
      try {
        backupSqlite(path, target);
      } catch (error) {
        throw error instanceof StoreExistsError
          ? new FileUnreadableError(target, 'it is there already; name another one', { cause: error })
          : error;
      }
      const copy = openSqliteStore(target);
      const events = copy.eventCount();
      copy.close();
      return done(`${target} (${events} events)`, { file: target, events });
    };
  },
};
