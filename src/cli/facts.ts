import { existsSync, readFileSync } from 'node:fs';
import type { Facts } from '../domain';
import { FactSourceError, parseSnapshot, registryLocationText } from '../domain';
import type { Context } from './command';

/**
 * What the registry or snapshot of this command line knows; undefined when nobody named one and there is none at the
 * default place.
 * @throws FactSourceError or RegistryUnreachableError when one that was named cannot be read
 */
export const readFacts = async (context: Pick<Context, 'location' | 'connect'>): Promise<Facts | undefined> => {
  const location = context.location();
  const origin = registryLocationText(location);
  if (location.kind === 'facts') return parseSnapshot(jsonFile(location.path, origin), origin);
  if (location.kind === 'sqlite' && !location.named && !existsSync(location.path)) return undefined;
  return liveFacts(context);
};

/** What the registry of this command line knows now. @throws RegistryUnreachableError */
export const liveFacts = async (context: Pick<Context, 'location' | 'connect'>): Promise<Facts> => {
  const client = await context.connect();
  return parseSnapshot(await client.snapshot(), registryLocationText(context.location()));
};

const jsonFile = (path: string, origin: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON.' : 'it is not there or may not be read.';
    throw new FactSourceError(origin, why, { cause: error });
  }
};
