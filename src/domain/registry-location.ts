import type { PathRules } from './ports';

/** Where a registry is. `named`: a flag, a property or the environment says so, rather than the default. Paths are absolute. */
export type RegistryLocation =
  | { readonly kind: 'sqlite'; readonly path: string; readonly named: boolean }
  | { readonly kind: 'http'; readonly url: string; readonly named: true }
  | { readonly kind: 'facts'; readonly path: string; readonly named: true };

/** The registry that is meant when nothing is said. */
const defaultRegistry = 'sqlite:.forkcast/registry.db';

/** The shapes of a registry's name, for messages. */
export const registryLocationShapes = 'sqlite:PATH, http://HOST:PORT, https://HOST or facts:PATH';

/** The same where a service is made: a snapshot can only be looked at. */
export const liveRegistryShapes = 'sqlite:PATH, http://HOST:PORT or https://HOST';

/** A location as people and `FORKCAST_REGISTRY` write it. */
export const registryLocationText = (location: RegistryLocation): string =>
  location.kind === 'http' ? location.url : `${location.kind}:${location.path}`;

/**
 * Reads the registry asked for, else the environment's, else the default. A relative path is relative to the nearest ancestor
 * of the working directory with a `cdktf.json`, else to the working directory. Undefined when the text has no known shape.
 */
export const findRegistryLocation = (from: {
  readonly asked: string | undefined;
  readonly environment: string | undefined;
  readonly cwd: string;
  readonly exists: (path: string) => boolean;
  readonly paths: PathRules;
}): RegistryLocation | undefined => {
  const text = from.asked ?? (from.environment === '' ? undefined : from.environment);
  const [, scheme, rest] = /^(sqlite|facts|https?):(.+)$/.exec(text ?? defaultRegistry) ?? [];
  if (scheme === undefined || rest === undefined) return undefined;
  if (scheme === 'http' || scheme === 'https') {
    return rest.startsWith('//') ? { kind: 'http', url: `${scheme}:${rest}`, named: true } : undefined;
  }
  const path = from.paths.isAbsolute(rest) ? rest : from.paths.resolve(projectFolder(from), rest);
  return scheme === 'facts'
    ? { kind: 'facts', path, named: true }
    : { kind: 'sqlite', path, named: text !== undefined };
};

const projectFolder = ({ cwd, exists, paths }: Parameters<typeof findRegistryLocation>[0]): string => {
  let folder = cwd;
  while (!exists(paths.join(folder, 'cdktf.json'))) {
    const parent = paths.dirname(folder);
    if (parent === folder) return cwd;
    folder = parent;
  }
  return folder;
};
