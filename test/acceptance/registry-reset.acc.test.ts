import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aWorker, resetRounds } from '../matrix/reset-rounds';

test('a registry that is made anew while processes write to it loses nothing, and takes nothing late', async () => {
  const worker = aWorker();
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-reset-'));
  try {
    const { acknowledged, ...wrong } = await resetRounds(worker.script, join(folder, 'r.db'), {
      writers: 3,
      resets: 10,
    });
    expect(acknowledged).toBeGreaterThan(0);
    expect(wrong).toEqual({ missing: [], late: [], torn: [] });
  } finally {
    worker.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
