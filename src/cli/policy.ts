import { existsSync } from 'node:fs';
import paths from 'node:path';
import { findPolicy } from '../domain';
import { readPolicy, type Policy } from '../rules';
import { UsageError } from './errors';
import { readText } from './files';

/**
 * The severities of the file that is named, else of the nearest `forkcast.policy.json` upward; undefined: there is none.
 * @throws UsageError, with the key and what it may hold; FileUnreadableError
 */
export const policyOf = (cwd: string, asked: string | undefined): Policy | undefined => {
  const path = findPolicy({ asked, cwd, exists: existsSync, paths });
  if (path === undefined) return undefined;
  const readBeside = (file: string): string => readText(paths.dirname(paths.resolve(cwd, path)), file);
  const result = readPolicy(readText(cwd, path), path, readBeside);
  if (result.kind === 'read') return result.policy;
  throw new UsageError(`The policy ${path} cannot be used: ${result.why}.`);
};
