import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';
import { ended } from './served-kill';

jest.setTimeout(300_000);

/** Command lines of processes that know a folder by their environment. */
const processesOf = (folder: string): readonly string[] =>
  readdirSync('/proc').flatMap((pid) => {
    try {
      if (!/^\d+$/.test(pid) || !readFileSync(`/proc/${pid}/environ`, 'latin1').includes(folder)) return [];
      return [readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ')];
    } catch {
      return [];
    }
  });

const until = async (isSo: () => boolean, tries = 600): Promise<boolean> => {
  for (let count = 0; count < tries && !isSo(); count += 1) await wait(100);
  return isSo();
};

const cases = [
  { stage: 'while its registry is made', line: /registry init/, signal: 'SIGHUP' },
  { stage: 'while a bad stack is refused', line: /cdktf synth/, signal: 'SIGTERM' },
  { stage: 'while a fork is deployed', line: /cdktf deploy/, signal: 'SIGINT' },
] as const;

whenTerraform('npm run demo that is interrupted', () => {
  test.each(cases)('$stage by $signal leaves no folder and no process', async ({ line, signal }) => {
    const temporary = mkdtempSync(join(tmpdir(), 'forkcast-interrupted-'));
    const env = { ...process.env, TMPDIR: temporary, TF_CLI_CONFIG_FILE: undefined };
    const npm = spawn('npm', ['run', '--silent', 'demo'], {
      cwd: repositoryRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const told: string[] = [];
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (part: Buffer) => told.push(String(part)));
    expect([await until(() => line.test(told.join(''))), told.join('')]).toEqual([true, expect.any(String)]);
    await wait(1_500);
    // Of a terminal, all that it runs hears; what is told to end by its id hears it alone.
    process.kill(signal === 'SIGTERM' ? (npm.pid ?? 0) : -(npm.pid ?? 0), signal);
    await ended(npm);
    await until(() => processesOf(temporary).length === 0, 100);
    expect([processesOf(temporary), readdirSync(temporary)]).toEqual([[], []]);
    rmSync(temporary, { recursive: true, force: true });
  });
});
