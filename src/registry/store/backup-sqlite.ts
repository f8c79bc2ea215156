import { rmSync } from 'node:fs';
import { drawDraftName, makePrivateFile, onFile, putInPlace } from './draft';
import { StoreExistsError } from './errors';
import { explained } from './session';

/**
 * Copies a registry as it is at one instant into one new file, which only its owner may read, while others go on writing. The file is
 * there once it is whole. @throws StoreExistsError when `target` is there already, StoreTroubleError
 */
export const backupSqlite = (path: string, target: string): void => {
  const draft = drawDraftName(target);
  try {
    explained(target, () => {
      makePrivateFile(draft);
      onFile(path, `VACUUM INTO '${draft.replaceAll("'", "''")}'`);
      onFile(draft, 'PRAGMA journal_mode = WAL');
      if (!putInPlace(draft, target)) throw new StoreExistsError(target);
    });
  } finally {
    rmSync(draft, { force: true });
  }
};
