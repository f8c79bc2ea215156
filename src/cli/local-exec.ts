import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { openCodeCache } from '../api/code-cache';

/**
 * What Terraform starts for every service: runs the program beside it from V8's code cache, since compiling it would cost as
 * much as the start of Node itself. The first successful run keeps the cache in the user's own cache folder.
 */
type Program = (module: NodeModule, require: NodeRequire, folder: string) => void;

const isProgram = (value: unknown): value is Program => typeof value === 'function';

const path = `${__dirname}/local-exec-program.js`;
const text = readFileSync(path);
const { version, arch, platform, execArgv, env } = process;
const compiledBy = [version, arch, platform, env['NODE_OPTIONS'] ?? '', ...execArgv];
const cache = openCodeCache(text, compiledBy, { env, uid: process.getuid?.() });
const cachedData = cache.read();
// The bundle is a function in ASCII. Read as such, and compiled as it stands, it is in memory once.
const script = new Script(text.toString('latin1'), {
  filename: path,
  ...(cachedData === undefined ? {} : { cachedData }),
});
const program: unknown = script.runInThisContext();
if (isProgram(program)) program(module, require, __dirname);

if (cachedData === undefined || script.cachedDataRejected === true)
  process.once('exit', (code) => {
    if (code === 0 && env['FORKCAST_OPERATION'] === 'apply') cache.keep(script.createCachedData());
  });
