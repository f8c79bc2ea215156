import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { rmSync } from 'node:fs';

const running = new Set();
const folders = new Set();

/** A program that ends with the demo, and all that it starts, when somebody interrupts that. */
export const endsToo = (child) => {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
};

/** A folder that goes with the demo, too; gives what removes it. */
export const goesToo = (folder) => {
  folders.add(folder);
  return () => {
    folders.delete(folder);
    remove(folder);
  };
};

/** What ends while it is removed may still write into it. */
const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

const childrenOf = (pids) => {
  const { stdout = '' } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, parent]) => pids.has(parent)).map(([pid]) => pid);
};

const tell = (pid, signal) => {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
};

/** Stops a program and all below it first, so that none starts another while they end. */
const endTree = (root) => {
  const found = new Set([root]);
  tell(root, 'SIGSTOP');
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const pid of childrenOf(found)) {
      if (!found.has(pid)) tell(pid, 'SIGSTOP');
      found.add(pid);
    }
  }
  for (const pid of found) tell(pid, 'SIGKILL');
};

let isEnding = false;

const interrupted = async (signal) => {
  if (isEnding) return;
  isEnding = true;
  const ends = [...running].map((child) => new Promise((done) => child.once('close', done)));
  for (const { pid } of running) if (pid !== undefined) endTree(pid);
  await Promise.all(ends);
  for (const folder of folders) remove(folder);
  process.exit(128 + constants.signals[signal]);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void interrupted(signal));

/** A shell that npm has started is told to end, and does not tell what it runs. */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void interrupted('SIGHUP');
}, 250).unref();
