import { existsSync, realpathSync } from 'node:fs';
import paths from 'node:path';
import { findRegistryLocation, type RegistryLocation } from '../domain';

/**
 * Whether a registry that a block of the provider names is surely another one than the one that is read. A snapshot does not tell what it
 * was taken of, a served registry of this machine not which file it serves, and a relative path not where Terraform runs. Never throws.
 */
export const isOtherRegistry = (named: string, read: RegistryLocation, cwd: string): boolean => {
  const asked = findRegistryLocation({ asked: named, environment: undefined, cwd, exists: existsSync, paths });
  if (asked === undefined || asked.kind === 'facts' || read.kind === 'facts' || !isThere(read)) return false;
  if (asked.kind === 'http' && read.kind === 'http') return normalizeAddress(asked.url) !== normalizeAddress(read.url);
  if (asked.kind === 'sqlite' && read.kind === 'sqlite') {
    if (resolveLinks(asked.path) === resolveLinks(read.path)) return false;
    return paths.isAbsolute(named.slice('sqlite:'.length)) || paths.basename(asked.path) !== paths.basename(read.path);
  }
  return [asked, read].every((one) => one.kind !== 'http' || !normalizeAddress(one.url).startsWith(thisMachine));
};

/** What nobody named, and is not there, is not read. */
const isThere = (read: RegistryLocation): boolean => read.named || (read.kind === 'sqlite' && existsSync(read.path));

const thisMachine = 'localhost';

/** Host, port and path; one spelling for this machine, none of who asks. */
const normalizeAddress = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const { protocol, hostname, port, pathname } = new URL(url);
  const host = /^(127(\.\d+){3}|\[::1\])$/.test(hostname) ? thisMachine : hostname;
  return `${host}:${port || (protocol === 'https:' ? '443' : '80')}${pathname.replace(/\/+$/, '')}`;
};

const resolveLinks = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};
