import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import paths, { join, resolve } from 'node:path';
import type { Construct } from 'constructs';
import { ConfigurationError, ForkcastScope } from './constructs';
import type { ForkcastProps, RegistryChoice, SynthEnvironment } from './constructs';
import {
  FactSourceError,
  decodeText,
  ForkcastError,
  findPolicy,
  findRegistryLocation,
  mayFindProvider,
  parseSnapshot,
  registryLocationShapes,
  registryLocationText,
} from './domain';
import type { Facts, FactSource } from './domain';

/*
 * The door `forkcast`, and built once more for cdktn `forkcast/cdktn`: what somebody needs to declare services and their forks. The page
 * docs/package.md shows each name in use.
 */
export {
  acknowledge,
  BackupRegionData,
  BackupsData,
  CarrierMissingError,
  CloudsData,
  ConfigurationError,
  ConnectionPool,
  Database,
  ForkcastMissingError,
  ForkcastTwiceError,
  PlansData,
  RecoveryPolicy,
  recoveryTimeParse,
  recoveryTimeShift,
  RecoveryWindowsData,
  Service,
  ServiceData,
  ServiceIntegration,
  ServiceUser,
  ToolkitMixedError,
} from './constructs';
export type {
  Backend,
  ConnectionPoolProps,
  DatabaseProps,
  ForkcastProps,
  ForkOptions,
  MovedFrom,
  RealForks,
  Recovery,
  RecoveryPolicyProps,
  RegistryService,
  RenameOptions,
  SecondaryForkOptions,
  SecretReference,
  ServiceDataProps,
  ServiceIntegrationProps,
  ServiceOutputs,
  ServiceProps,
  ServiceSource,
  ServiceTypeName,
  ServiceUserProps,
  UserConfigs,
} from './constructs';
export { FactSourceError, ForkcastError } from './domain';
export type { FactSource } from './domain';

/**
 * Says which project and registry the services at its scope and below belong to. Put one at the top of a stack.
 * A registry that is named, by property or by FORKCAST_REGISTRY, and cannot be read refuses the synth; the default one may be absent,
 * then what needs facts stays undecided.
 * @example new Forkcast(stack, 'forkcast', { project: 'demo' })
 */
export class Forkcast extends ForkcastScope {
  constructor(scope: Construct, id: string, props: ForkcastProps) {
    super(scope, id, props, environment);
  }
}

/** Where the package's programs are, seen from its sources and from its build alike. */
const programs = join(__dirname, '..', 'dist', 'bin');

const sources = new Map<string, FactSource>();

const environment: SynthEnvironment = {
  entry: join(programs, 'local-exec.js'),
  program: join(programs, 'forkcast.js'),
  chooseRegistry: (asked) => {
    const location = findRegistryLocation({
      asked,
      environment: process.env['FORKCAST_REGISTRY'],
      cwd: process.cwd(),
      exists: existsSync,
      paths,
    });
    if (location) return { location: registryLocationText(location), named: location.named };
    const text = asked ?? process.env['FORKCAST_REGISTRY'] ?? '';
    throw new ConfigurationError(
      'Forkcast',
      `the registry is named '${text}'; a registry is ${registryLocationShapes}.`,
    );
  },
  factsOf: (registry) => {
    const source = sources.get(registry.location) ?? readOnce(() => openFacts(registry));
    sources.set(registry.location, source);
    return source;
  },
  findsProvider: () =>
    mayFindProvider('terraform.local', {
      environment: (name) => process.env[name],
      home: homedir(),
      exists: existsSync,
      read: (path) => (existsSync(path) ? decodeText(readFileSync(path)) : undefined),
      paths,
    }),
  findPolicy: (asked) => findPolicy({ asked, cwd: process.cwd(), exists: existsSync, paths }),
  readText: (path) => {
    try {
      return decodeText(readFileSync(resolve(path)));
    } catch (cause) {
      throw new ConfigurationError('Forkcast', `${path} cannot be read: ${describeCause(cause)}.`);
    }
  },
};

const readOnce = (read: () => Facts | undefined): FactSource => {
  let kept: { readonly facts: Facts | undefined } | undefined;
  return { read: () => (kept ??= { facts: read() }).facts };
};

const openFacts = ({ location, named }: RegistryChoice): Facts | undefined => {
  const [kind = '', ...rest] = location.split(':');
  const path = rest.join(':');
  if (kind === 'facts') return readSnapshot(location, path);
  if (kind !== 'sqlite') return readServed(location);
  if (existsSync(path)) return readEmbedded(location, path);
  if (!named) return undefined;
  throw new FactSourceError(location, `there is no file ${path}. \`forkcast registry init\` makes a registry`);
};

const readSnapshot = (location: string, path: string): Facts => {
  try {
    return factsFrom(location, decodeText(readFileSync(path)));
  } catch (cause) {
    if (cause instanceof ForkcastError) throw cause;
    throw new FactSourceError(location, describeCause(cause));
  }
};

/** One process for the whole synth, because a socket cannot be waited for synchronously. At most a minute and 512 MiB. */
const readServed = (location: string): Facts => {
  const args = [join(programs, 'forkcast.js'), 'registry', 'snapshot', '--max-age', '1m', '--registry', location];
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000, maxBuffer: 512 * 1024 * 1024 });
  if (ran.status === 0) return factsFrom(location, ran.stdout);
  throw new FactSourceError(location, ran.error?.message ?? ran.stderr.trim());
};

/** The registry and its database driver are loaded only here, by a synth that has a registry to read. */
const readEmbedded = (location: string, path: string): Facts => {
  // Synth is synchronous, and import() is not.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { openEmbeddedRegistry } = require('./registry/embedded') as typeof import('./registry/embedded');
  try {
    const registry = openEmbeddedRegistry({ path, wallClock: { now: () => Date.now() } });
    try {
      return registry.facts();
    } finally {
      registry.close();
    }
  } catch (cause) {
    throw new FactSourceError(location, describeCause(cause));
  }
};

const factsFrom = (location: string, text: string): Facts => {
  const json: unknown = JSON.parse(text);
  return parseSnapshot(json, location);
};

const describeCause = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
