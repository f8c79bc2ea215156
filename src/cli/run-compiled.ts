import { readFileSync, statSync } from 'node:fs';
import { Script } from 'node:vm';
import { openCodeCache } from '../api/code-cache';

/** A bundle is a function in ASCII. Read as such, and compiled as it stands, it is in memory once. */
type Program = (module: NodeModule, require: NodeRequire, folder: string) => void;

const isProgram = (value: unknown): value is Program => typeof value === 'function';

/** Of the program that is run, in SHA-256: the build knows it. */
declare const programDigest: string;

/**
 * Runs the bundle `name` of a folder from V8's code cache, since compiling it would cost more than the start of Node itself. The
 * first run that ends well and is `worthKeeping`, since most of what later ones need was compiled, keeps the cache in the user's own
 * cache folder.
 */
export const runCompiled = (
  name: string,
  { module, require, folder }: { readonly module: NodeModule; readonly require: NodeRequire; readonly folder: string },
  worthKeeping: () => boolean,
): void => {
  const path = `${folder}/${name}`;
  const text = readFileSync(path);
  // A program that was changed by hand has another time, and is compiled anew.
  const changed = String(statSync(path).mtimeMs);
  const { version, arch, platform, execArgv, env } = process;
  const compiledBy = [changed, version, arch, platform, env['NODE_OPTIONS'] ?? '', ...execArgv];
  const cache = openCodeCache(programDigest, compiledBy, { env, uid: process.getuid?.() });
  const cachedData = cache.read();
  const script = new Script(text.toString('latin1'), {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const program: unknown = script.runInThisContext();
  if (isProgram(program)) program(module, require, folder);

  if (cachedData === undefined || script.cachedDataRejected === true)
    process.once('exit', (code) => {
      if (code === 0 && worthKeeping()) cache.keep(script.createCachedData());
    });
};
