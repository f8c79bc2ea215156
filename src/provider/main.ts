import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import paths from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { createClient, type ResourceClient, findProxy, httpTransport, paceOf, tokenFor, withFacts } from '../api';
import { openUserCache } from '../api/user-cache';
import { findRegistryLocation, providerOwnerId } from '../domain';
import { mayChange, nothingAllowed, withRails } from '../engine';
import type { Outside } from './client';
import { ProviderRegistryError } from './errors';
import { forkcastProvider } from './forkcast-provider';
import { createService, type Ports, type Service } from './protocol';

/** A process of a few calls never earns back what compiling its schemas costs. */
z.config({ jitless: true });

const clock = { now: () => Date.now() };

const connect: Outside['connect'] = async ({ registry, token: asked, real, ...reading }) => {
  const environment = process.env['FORKCAST_REGISTRY'];
  const location = findRegistryLocation({
    asked: registry,
    environment,
    cwd: process.cwd(),
    exists: existsSync,
    paths,
  });
  switch (location?.kind) {
    case 'http': {
      const terms = real ?? nothingAllowed;
      const token = asked ?? tokenFor(location.url, (name) => process.env[name]);
      const pace = paceOf(openUserCache({ env: process.env, uid: process.getuid?.() }), location.url, token ?? '');
      const transport = httpTransport({
        url: location.url,
        simulatorOnly: true,
        mayChange: mayChange(terms),
        pace,
        proxy: findProxy(location.url, (name) => process.env[name]),
        ...(token ? { token } : {}),
      });
      const client = withFacts(createClient(transport), clock, reading);
      return withRails(client, terms, { clock, sleep: (ms) => pause(ms) });
    }
    case 'sqlite':
      return clientOfFile(location.path);
    default:
      throw new ProviderRegistryError(registry ?? environment ?? '');
  }
};

/** A resident process serves many commands: the registry in a file stays open, and notices when another has its place. */
const clientOfFile = async (path: string): Promise<ResourceClient> => {
  // A process that asks a served registry has no use for it.
  const { keyVariable, openResourceClient } = await import('./embedded/main.js');
  const before = opened.get(path);
  if (before !== undefined) return before;
  const key = process.env[keyVariable];
  const client = openResourceClient({ path, key, wallClock: clock, defer: setImmediate, pause });
  opened.set(path, client);
  return client;
};

const opened = new Map<string, ResourceClient>();

/** Terraform shows nothing that a provider writes while it works, so progress goes past it, when it is asked for. */
const tellTerminal = (line: string): void => {
  try {
    writeFileSync('/dev/tty', `${line}\n`, { flag: 'a' });
  } catch {
    // There is no terminal: the log has the line.
  }
};

/** The provider in this process, ready to be served. */
export const makeService = (ports: Ports): Service => {
  const isAsked = (process.env['FORKCAST_PROGRESS'] ?? '') !== '';
  return createService(
    forkcastProvider({
      environment: (name) => process.env[name] || undefined,
      connect,
      drawId: () => providerOwnerId(randomUUID()),
      host: hostname(),
      ...(isAsked ? { tell: tellTerminal } : {}),
    }),
    ports,
  );
};
