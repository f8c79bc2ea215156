import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForkcastError } from '../../src/domain';
import { findFaults, openSqliteStore } from '../../src/registry';
import { repositoryRoot } from '../source-tree';
import { ended, runForkcast, startServer } from './served-kill';

const program = join(repositoryRoot, 'dist/bin/forkcast.js');

/** What became of a command that ran beside others. */
interface Ended {
  readonly status: number;
  readonly output: string;
}

const runBeside = (folder: string, words: readonly string[], uid?: number): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, FORKCAST_REGISTRY: '', NO_COLOR: '1' };
    execFile(
      process.execPath,
      [program, ...words],
      { cwd: folder, env, ...(uid === undefined ? {} : { uid }) },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    );
  });

describe('the file of a registry', () => {
  let folder: string;
  const inFolder = (name: string) => join(folder, name);
  const at = (name: string) => ['--registry', `sqlite:${inFolder(name)}`];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-files-'));
    chmodSync(folder, 0o755);
    expect(runForkcast(folder, 'registry', 'init', '--world', 'demo', ...at('good.db')).status).toBe(0);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is founded by one of six at once, and the others touch nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const name = `round-${round}.db`;
      const six = await Promise.all(
        Array.from({ length: 6 }, () => runBeside(folder, ['registry', 'init', '--world', 'demo', ...at(name)])),
      );
      expect(six.map(({ status }) => status).sort()).toEqual([0, 1, 1, 1, 1, 1]);
      for (const { status, output } of six)
        if (status === 1) expect(output).toMatch(/There is a registry at|exists|already/);
      expect(runForkcast(folder, 'registry', 'verify', ...at(name)).status).toBe(0);
    }
    expect(readdirSync(folder).filter((name) => name.includes('founding'))).toEqual([]);
  });

  const spoil: Readonly<Record<string, () => void>> = {
    'of no length': () => writeFileSync(inFolder('bad.db'), ''),
    'that is a folder': () => mkdirSync(inFolder('bad.db')),
    'that is a pipe': () => void spawnSync('mkfifo', [inFolder('bad.db')]),
    'that is a device': () => symlinkSync('/dev/zero', inFolder('bad.db')),
    'that links to itself': () => symlinkSync('bad.db', inFolder('bad.db')),
    'cut to 50 bytes': () => writeFileSync(inFolder('bad.db'), readFileSync(inFolder('good.db')).subarray(0, 50)),
    'cut to a page and a bit': () =>
      writeFileSync(inFolder('bad.db'), readFileSync(inFolder('good.db')).subarray(0, 5_000)),
    'of a newer format': () => {
      const bytes = readFileSync(inFolder('good.db'));
      bytes.writeUInt32BE(99, 60);
      writeFileSync(inFolder('bad.db'), bytes);
    },
    'of noise': () => writeFileSync(inFolder('bad.db'), Buffer.alloc(30_000, 0x5a)),
  };

  test.each(Object.entries(spoil))('%s is told as that by every command, with exit code 3', async (_what, make) => {
    make();
    const lines = ['registry verify', 'registry backup copy.bak', 'service list --project prod', 'registry advance 1h'];
    const all = await Promise.all(
      [...lines, 'registry serve --listen 127.0.0.1:0'].map((line) =>
        runBeside(folder, [...line.split(' '), ...at('bad.db')]),
      ),
    );
    expect(all.map(({ status }) => status)).toEqual([3, 3, 3, 3, 3]);
    for (const { output } of all) expect(output).not.toMatch(/bug|\n {4}at /);
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
  });

  const may = process.getuid?.() === 0 ? test : test.skip;
  const why = process.getuid?.() === 0 ? '' : ' (skipped: this user can be nobody else)';
  may(`without rights is told as that${why}`, async () => {
    chmodSync(inFolder('good.db'), 0o600);
    const nobody = 65_534;
    for (const line of ['registry verify', 'service list --project prod']) {
      const { status, output } = await runBeside(folder, [...line.split(' '), ...at('good.db')], nobody);
      expect([line, status, output]).toEqual([line, 3, expect.stringMatching(/cannot be opened by this user|EACCES/)]);
    }
  });

  test('with a bit flipped in any page is found damaged, or read as it was; nothing else comes of it', () => {
    const good = readFileSync(inFolder('good.db'));
    const size = good.readUInt16BE(16);
    const seen = { damaged: 0, refused: 0, unseen: 0 };
    for (let page = 0; page * size < good.length; page += 1) {
      for (let count = 0; count < 4; count += 1) {
        const bytes = Buffer.from(good);
        const byte = page * size + ((count * 1_021 + page * 131) % size);
        bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << ((page + count) % 8)), byte);
        const name = inFolder(`flip-${page}-${count}.db`);
        writeFileSync(name, bytes);
        seen[lookAt(name)] += 1;
      }
    }
    console.log(`bits flipped: ${JSON.stringify(seen)}`);
    expect(seen.damaged).toBeGreaterThan(0);
  });

  test('damaged under a server is told at /ready, which answers 503, and never as a bug', async () => {
    mkdirSync(inFolder('.forkcast'));
    copyFileSync(inFolder('good.db'), inFolder('.forkcast/registry.db'));
    const bytes = readFileSync(inFolder('good.db'));
    const server = await startServer(folder);
    bytes.fill(0xa5, bytes.readUInt16BE(16));
    writeFileSync(inFolder('.forkcast/registry.db'), bytes);
    const ask = async (path: string) => {
      const answer = await fetch(`${server.url}${path}`);
      return [answer.status, await answer.text()] as const;
    };
    for (const path of ['/v1/project/prod/service', '/v1/project/staging/service', '/v1/forkcast/status']) {
      const [status, text] = await ask(path);
      expect([path, [200, 503].includes(status), text.includes('bug')]).toEqual([path, true, false]);
    }
    expect((await ask('/health'))[0]).toBe(200);
    const [ready, why] = await ask('/ready');
    expect([ready, why]).toEqual([503, expect.stringMatching(/damaged/)]);
    server.child.kill('SIGKILL');
    await ended(server.child);
  });
});

const lookAt = (path: string): 'damaged' | 'refused' | 'unseen' => {
  try {
    const store = openSqliteStore(path);
    try {
      return findFaults(store).length > 0 ? 'damaged' : 'unseen';
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof ForkcastError) || error.exitCode !== 3) throw error;
    return 'refused';
  }
};
