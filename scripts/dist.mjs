import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/*
 * A build is made in a folder beside `dist`, and takes its place file by file, each by a rename: what runs from `dist` meanwhile, a synth
 * or a command that Terraform has started, never finds a file missing that was there before and is there after.
 */

/** @param {string} folder */
const filesOf = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
};

const isSame = async (one, other) => existsSync(other) && (await readFile(one)).equals(await readFile(other));

const isRunning = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /EPERM/.test(String(error));
  }
};

/** Removes what builds left that were killed. */
const removeLeft = async (dist) => {
  for (const name of await readdir(dirname(dist))) {
    const [, pid] = /^dist\.next-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
      await rm(join(dirname(dist), name), { recursive: true, force: true });
  }
};

/**
 * The folder that a build is made in, by process. It begins with what stands in `dist`, so that a compiler goes on from it; `anew`: with nothing.
 * @param {string} dist
 * @param {{ readonly anew: boolean }} how
 */
export const startBeside = async (dist, { anew }) => {
  await removeLeft(dist);
  const next = `${dist}.next-${process.pid}`;
  if (existsSync(dist) && !anew) await cp(dist, next, { recursive: true, preserveTimestamps: true });
  await mkdir(join(next, 'bin'), { recursive: true });
  return next;
};

/**
 * Puts what was built in the place of what stood there. New files come first and old ones go last, so that none names one that is not there.
 * @param {string} next
 * @param {string} dist
 */
export const takePlace = async (next, dist) => {
  const made = await filesOf(next);
  const before = existsSync(dist) ? await filesOf(dist) : [];
  const isNew = (file) => !before.includes(file);
  for (const file of [...made.filter(isNew), ...made.filter((file) => !isNew(file))]) {
    const to = join(dist, file);
    if (await isSame(join(next, file), to)) continue;
    await mkdir(dirname(to), { recursive: true });
    await rename(join(next, file), to);
  }
  const kept = new Set(made);
  for (const file of before) if (!kept.has(file)) await rm(join(dist, file), { force: true });
  await rm(next, { recursive: true, force: true });
};
