import type { CommandDefinition, Context } from '../command';
import { done } from '../command';
import { FileUnreadableError } from '../errors';
import { parseAddress } from './registry-serve';

/** `forkcast console`. */
export const consoleCommand: CommandDefinition = {
  name: 'console',
  summary: 'open the console of a registry in the browser',
  about:
    'It serves the registry of this folder until SIGTERM or SIGINT, for this machine alone, and opens the console there. Of a registry ' +
    'that is served already it opens the console of that server.',
  examples: {
    'forkcast console': 'the console of the registry of this folder',
    'forkcast console --no-open --listen 127.0.0.1:0': 'the same at a free port; only its address is told',
    'forkcast console --registry http://127.0.0.1:8321': 'the console of a server that runs',
  },
  exitCodes: { 3: 'the registry cannot be read, or not be served there' },
  place: 'registry',
  declare: (inputs) => {
    const listen = inputs.text('--listen <address>', 'HOST:PORT; port 0 picks a free one (default: 127.0.0.1:8321)');
    const open = inputs.negatedFlag('--no-open', 'only tell the address');
    return async (context) => {
      const location = context.location();
      const show = (url: string): void => {
        context.terminal.out(`${url}/console/\n`);
        if (open()) context.terminal.browse?.(`${url}/console/`);
      };
      if (location.kind !== 'http') return serveAndShow(context, listen() ?? '127.0.0.1:8321', show);
      show(location.url);
      return done('', { url: `${location.url}/console/` });
    };
  },
};

const serveAndShow = async (context: Context, address: string, show: (url: string) => void) => {
  const { registryFile } = await import('../world/found-registry.js');
  const { serveFile } = await import('../serve-file.js');
  const { judgeAxis } = await import('../../rules/index.js');
  const { readConsoleFiles } = await import('../console-files.js');
  const files = readConsoleFiles();
  if (files === undefined)
    throw new FileUnreadableError('dist/console', 'this build has no console. Build it: npm run build');
  const server = await serveFile(registryFile(context.location()), {
    ...parseAddress(address),
    env: context.terminal.env,
    now: () => context.terminal.now(),
    judge: judgeAxis,
    console: files,
    logLevel: 'warn',
    log: { write: (line) => context.terminal.err(line) },
  });
  show(server.url);
  await (context.terminal.untilStopped?.() ?? Promise.resolve());
  await server.close();
  return done('', { url: `${server.url}/console/` });
};
