import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { ended } from './served-kill';

const holder = `
  const { DatabaseSync } = require(${JSON.stringify(join(repositoryRoot, 'node_modules/@photostructure/sqlite'))});
  new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE');
  process.stdout.write('held');
  process.stdin.on('end', () => process.exit()).resume();
`;

/** Lets another process lock a registry's file until it is told to end. */
export const holdLock = async (path: string): Promise<() => Promise<unknown>> => {
  const child = spawn(process.execPath, ['-e', holder, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return () => {
    child.stdin.end();
    return ended(child);
  };
};
