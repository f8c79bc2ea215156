import { Script } from 'node:vm';
import { openCodeCache } from './code-cache';

/** What a bundle of ours is: a function in ASCII, so that its text is in memory once when it is read as Latin-1. */
type Program<Exports> = (module: { exports: Exports }, require: NodeRequire, folder: string) => void;

/** Nothing more can be known of what was compiled: that it is whole is known by its digest. */
const isProgram = <Exports>(value: unknown): value is Program<Exports> => typeof value === 'function';

/** What code depends on, and whose it is. */
type Compiler = Pick<NodeJS.Process, 'version' | 'arch' | 'platform' | 'execArgv' | 'env'> & {
  readonly getuid?: (() => number) | undefined;
};

interface Compiled<Exports> {
  /** Undefined: the text is no function. */
  readonly program: Program<Exports> | undefined;
  /** Keeps the code for the next process, where nothing was kept that this one could use: most of what that needs is compiled by then. */
  readonly keep: () => void;
}

/**
 * The program of a text, from V8's code cache in the user's own cache folder, since compiling it would cost more than the start of Node
 * itself. `digest`: of the text; `changed`: when it was, where the digest was worked out before. @throws SyntaxError
 */
export const compileProgram = <Exports>(
  text: string,
  {
    path,
    digest,
    changed = [],
  }: { readonly path: string; readonly digest: string; readonly changed?: readonly string[] },
  { version, arch, platform, execArgv, env, getuid }: Compiler,
): Compiled<Exports> => {
  const by = [...changed, version, arch, platform, env['NODE_OPTIONS'] ?? '', ...execArgv];
  const cache = openCodeCache(digest, by, { env, uid: getuid?.() });
  const cachedData = cache.read();
  const script = new Script(text, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  const value: unknown = script.runInThisContext();
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    program: isProgram<Exports>(value) ? value : undefined,
    keep: () => (isKept ? undefined : cache.keep(script.createCachedData())),
  };
};
