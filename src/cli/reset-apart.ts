import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { isJsonObject, parseJson } from '../domain';
import type { ResetOutcome } from '../registry/main';

/** The built program, seen from its sources and from its build alike. */
const program = join(__dirname, '..', '..', 'dist', 'bin', 'forkcast.js');

const longestResetMs = 300_000;

/**
 * Makes the registry in a file anew in a process of its own, so that whoever serves it goes on answering, from the old one until then.
 * When it fails, the old one is as it was. Never rejects.
 */
export const resetApart = (path: string): Promise<ResetOutcome> =>
  new Promise((resolve) => {
    const words = ['registry', 'reset', '--yes', '--registry', `sqlite:${path}`, '--format', 'json'];
    execFile(process.execPath, [program, ...words], { timeout: longestResetMs }, (failure, stdout) =>
      resolve(failure === null ? { kind: 'done' } : { kind: 'failed', ...readFailure(stdout, failure) }),
    );
  });

const readFailure = (stdout: string, { message }: Error): { readonly code: string; readonly message: string } => {
  const told = parseJson(stdout);
  const error = isJsonObject(told) ? told['error'] : undefined;
  return isJsonObject(error) && typeof error['code'] === 'string' && typeof error['message'] === 'string'
    ? { code: error['code'], message: error['message'] }
    : { code: 'FC_BUG', message };
};
