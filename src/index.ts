import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Construct } from 'constructs';
import { ConfigurationError, ForkcastScope } from './constructs';
import type { ForkcastProps, RegistryChoice, SynthEnvironment } from './constructs';
import {
  FactSourceError,
  ForkcastError,
  findRegistryLocation,
  parseSnapshot,
  registryLocationShapes,
  registryLocationText,
} from './domain';
import type { Facts, FactSource } from './domain';

export * from './constructs';
export { defaultCatalogue, ForkcastError, FactSourceError } from './domain';
export type { Acknowledgement, Facts, FactSource, Finding, Review, ServiceRequest, ServiceResource } from './domain';
export { allRules, reviewOf } from './rules';
export type { ReviewOptions, Rule } from './rules';

/**
 * Says which project and registry the services at its scope and below belong to. Put one at the top of a stack.
 * A registry that is named, by property or by FORKCAST_REGISTRY, and cannot be read ends the process with 3; the default one
 * may be absent, then what needs facts stays undecided.
 * @example new Forkcast(stack, 'forkcast', { project: 'demo' })
 */
export class Forkcast extends ForkcastScope {
  constructor(scope: Construct, id: string, props: ForkcastProps) {
    super(scope, id, props, environment);
    endWithItsCode();
  }
}

const sources = new Map<string, FactSource>();

const environment: SynthEnvironment = {
  entry: join(__dirname, '..', 'dist', 'bin', 'local-exec.js'),
  chooseRegistry: (asked) => {
    const location = findRegistryLocation({
      asked,
      environment: process.env['FORKCAST_REGISTRY'],
      cwd: process.cwd(),
      exists: existsSync,
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
  readText: (path) => {
    try {
      return readFileSync(resolve(path), 'utf8');
    } catch (cause) {
      throw new ConfigurationError('Forkcast', `${path} cannot be read: ${reasonOf(cause)}.`);
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
  if (kind !== 'sqlite') {
    throw new FactSourceError(
      location,
      'a served registry cannot be read at synth. Take a snapshot with `forkcast registry snapshot` and name it as facts:PATH',
    );
  }
  if (existsSync(path)) return readEmbedded(location, path);
  if (!named) return undefined;
  throw new FactSourceError(location, `there is no file ${path}. \`forkcast registry init\` makes a registry`);
};

const readSnapshot = (location: string, path: string): Facts => {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return parseSnapshot(json, location);
  } catch (cause) {
    if (cause instanceof ForkcastError) throw cause;
    throw new FactSourceError(location, reasonOf(cause), { cause });
  }
};

const readEmbedded = (location: string, path: string): Facts => {
  throw new FactSourceError(location, `${path} cannot be opened`);
};

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

let watching = false;

/** An error of Forkcast that nobody catches ends the process with its own code: Node alone would end every one with 1. */
const endWithItsCode = (): void => {
  if (watching) return;
  watching = true;
  process.on('uncaughtExceptionMonitor', (error: unknown) => {
    if (!(error instanceof ForkcastError)) return;
    const { exitCode } = error;
    process.once('exit', () => (process.exitCode = exitCode));
  });
};
