import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const start = Date.parse('2026-12-01T00:00:00Z');

test('ten processes at once stay together below the limit of one token', async () => {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { paceOf } from './src/api/pace';
        import { openUserCache } from './src/api/user-cache';
        const pace = paceOf(openUserCache({ env: process.env, uid: process.getuid() }), 'https://vendor.example', 'T');
        const turn = new Int32Array(new SharedArrayBuffer(4));
        let sent = 0;
        process.once('message', () => {
          for (;;) {
            const waitMs = pace.take(${start});
            if (waitMs === 0) sent += 1;
            else if (waitMs > 5) break;
            else Atomics.wait(turn, 0, 0, waitMs);
          }
          process.send(sent, () => process.exit());
        });
        process.send('ready');`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  const program = join(home, 'worker.cjs');
  writeFileSync(program, outputFiles[0]?.text ?? '');
  const workers = Array.from({ length: 10 }, () =>
    fork(program, { env: { ...process.env, HOME: home, XDG_CACHE_HOME: '' } }),
  );
  const heard = (worker: (typeof workers)[number]) =>
    new Promise<unknown>((done) => worker.once('message', (message) => done(message)));
  expect(await Promise.all(workers.map(heard))).toEqual(Array.from({ length: 10 }, () => 'ready'));
  const counts = Promise.all(workers.map(heard));
  for (const worker of workers) worker.send('go');
  expect((await counts).reduce<number>((sum, count) => sum + Number(count), 0)).toBe(100);
  rmSync(home, { recursive: true });
}, 60_000);
