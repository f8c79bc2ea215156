import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Script } from 'node:vm';

/**
 * What Terraform starts for every service: runs the program beside it from V8's code cache, since compiling it would cost as
 * much as the start of Node itself. The build keeps a cache for its own version of Node; for another one the first successful
 * run writes it. Without one, or where it cannot be written, everything works the same, only slower.
 */
type Program = (module: NodeModule, require: NodeRequire, folder: string) => void;

const path = `${__dirname}/local-exec-program.js`;
const cachePath = `${__dirname}/local-exec-program.${process.version}-${process.arch}.cache`;

const readCache = (): Buffer | undefined => {
  try {
    return readFileSync(cachePath);
  } catch {
    return undefined;
  }
};

/** Written beside and renamed, so that no run ever reads half of it. */
const keepCache = (script: Script): void => {
  try {
    const draft = `${cachePath}.${process.pid}`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, cachePath);
  } catch {
    // A read-only installation stays without a cache.
  }
};

const isProgram = (value: unknown): value is Program => typeof value === 'function';

const cachedData = readCache();
// The bundle is a function in ASCII. Read as such, and compiled as it stands, it is in memory once.
const script = new Script(readFileSync(path, 'latin1'), {
  filename: path,
  ...(cachedData === undefined ? {} : { cachedData }),
});
const program: unknown = script.runInThisContext();
if (isProgram(program)) program(module, require, __dirname);

if (cachedData === undefined || script.cachedDataRejected === true)
  process.once('exit', (code) => {
    if (code === 0 && process.env['FORKCAST_OPERATION'] === 'apply') keepCache(script);
  });
