import { existsSync } from 'node:fs';
import paths from 'node:path';
import type { RegistryClient } from '../api';
import { openUserCache } from '../api/user-cache';
import type { RegistryLocation } from '../domain';
import { findRegistryLocation, registryLocationShapes, registryLocationText } from '../domain';
import { UsageError, WrongRegistryKindError } from './errors';
import type { Terminal } from './terminal';

/** The registry that a flag, the environment or the default names. @throws UsageError when the text names none. */
export const locate = (flag: string | undefined, { env, cwd }: Pick<Terminal, 'env' | 'cwd'>): RegistryLocation => {
  const location = findRegistryLocation({
    asked: flag,
    environment: env['FORKCAST_REGISTRY'],
    cwd,
    exists: existsSync,
    paths,
  });
  if (location !== undefined) return location;
  throw new UsageError(
    `The registry is named '${flag ?? env['FORKCAST_REGISTRY'] ?? ''}'; a registry is ${registryLocationShapes}.`,
  );
};

/**
 * A client of the registry there, in process or over HTTP.
 * @throws RegistryUnreachableError when a file is not there, WrongRegistryKindError for a snapshot
 */
export const connect = async (location: RegistryLocation, { env }: Pick<Terminal, 'env'>): Promise<RegistryClient> => {
  if (location.kind === 'facts') {
    throw new WrongRegistryKindError(
      registryLocationText(location),
      'a registry that answers: sqlite:PATH or http://HOST:PORT. A snapshot serves forkcast check alone',
    );
  }
  if (location.kind === 'http') {
    const { createClient, findProxy, httpTransport, paceOf, tokenFor } = await import('../api/index.js');
    const token = tokenFor(location.url, (name) => env[name]);
    const pace = paceOf(openUserCache({ env, uid: process.getuid?.() }), location.url, token ?? '');
    const proxy = findProxy(location.url, (name) => env[name]);
    const options = { url: location.url, simulatorOnly: true, pace, proxy };
    return createClient(httpTransport({ ...options, ...(token ? { token } : {}) }));
  }
  const { setTimeout: pause } = await import('node:timers/promises');
  const { keyVariable, openEmbeddedClient } = await import('../registry/embedded/index.js');
  return openEmbeddedClient({
    path: location.path,
    key: env[keyVariable],
    wallClock: { now: () => Date.now() },
    defer: setImmediate,
    pause,
  });
};

/**
 * `--project`, else `FORKCAST_PROJECT`, else the registry's only project, else `demo`.
 * @throws UsageError when there are several and none of them is `demo`
 */
export const chooseProject = async (
  flag: string | undefined,
  { env }: Pick<Terminal, 'env'>,
  client: RegistryClient,
): Promise<string> => {
  const named = flag ?? env['FORKCAST_PROJECT'];
  if (named !== undefined && named !== '') return named;
  const projects = (await client.listProjects()).map((project) => project.project_name);
  const only = projects.length === 1 ? projects[0] : undefined;
  if (only !== undefined || projects.length === 0 || projects.includes('demo')) return only ?? 'demo';
  throw new UsageError(
    `The registry has the projects ${projects.join(', ')}. ` +
      'Say which with --project, or with FORKCAST_PROJECT. What each holds: forkcast service list --all-projects.',
  );
};
