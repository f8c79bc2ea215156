import { registryLocationText } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { readText } from '../files';

/** `forkcast registry serve`. */
export const registryServe: CommandDefinition = {
  name: 'registry serve',
  summary: 'serve a registry over HTTP, with the API of the vendor',
  about:
    'The console is at /console/. It runs until SIGTERM or SIGINT, and then finishes what is in flight. The log goes to stderr, one ' +
    'JSON object a line, without tokens and bodies. Until the first token is made it serves this machine alone, and everyone on it.',
  examples: {
    'forkcast registry serve': 'the registry of this folder at http://127.0.0.1:8321',
    'forkcast registry serve --listen 127.0.0.1:0 --registry sqlite:shop.db': 'at a free port, which it tells',
    'forkcast registry serve --strict-vendor --control 8322':
      'what the vendor has and no more; the clock and faults are at port 8322',
    'forkcast registry serve --listen 0.0.0.0:8443 --tls-cert server.pem --tls-key server.key':
      'by TLS; clients trust a CA of your own by NODE_EXTRA_CA_CERTS=ca.pem',
  },
  exitCodes: { 3: 'the registry cannot be read, or not be served there' },
  place: 'registry',
  declare: (inputs) => {
    const listen = inputs.text('--listen <address>', 'HOST:PORT; port 0 picks a free one (default: 127.0.0.1:8321)');
    const port = inputs.text('--port <port>', 'the port alone, on this machine: short for --listen 127.0.0.1:PORT');
    const anonymous = inputs.flag('--allow-anonymous-network', 'serve other machines although no token was made');
    const cert = inputs.text('--tls-cert <file>', 'serve by TLS, with this certificate and its chain (PEM)');
    const key = inputs.text('--tls-key <file>', 'the key of that certificate (PEM)');
    const level = inputs.choice('--log-level <level>', 'least that is logged (default: info)', [
      'debug',
      'info',
      'warn',
      'error',
    ]);
    const strict = inputs.flag('--strict-vendor', 'answer as the vendor would: no path, field or expectation of ours');
    const control = inputs.text(
      '--control <port>',
      'clock, faults and ledgers at a second listener, on this machine alone',
    );
    const withConsole = inputs.negatedFlag('--no-console', 'do not serve the console, which is at /console/');
    // The console asks for what only we tell.
    const isConsoleServed = () => withConsole() && !strict();
    return async (context) => {
      const address = parseAddress(listenAddress(listen(), port()));
      const { registryFile } = await import('../world/found-registry.js');
      const { serveFile } = await import('../serve-file.js');
      const { readConsoleFiles } = await import('../console-files.js');
      const path = registryFile(context.location());
      const { judgeAxis } = await import('../../rules/index.js');
      const server = await serveFile(path, {
        judge: judgeAxis,
        ...address,
        tls: readTls(context.terminal.cwd, cert(), key()),
        allowAnonymousNetwork: anonymous(),
        logLevel: level(),
        console: isConsoleServed() ? readConsoleFiles() : undefined,
        strictVendor: strict(),
        control: readControl(control()),
        now: () => context.terminal.now(),
        env: context.terminal.env,
        log: { write: (line) => context.terminal.err(line) },
      });
      if (server.anonymous)
        context.log(
          `note: ${registryLocationText(context.location())} has no token: any token counts as the administrator's`,
        );
      context.terminal.out(`forkcast registry listening on ${server.url}\n`);
      if (server.controlUrl !== undefined) context.log(`control: ${server.controlUrl}`);
      if (isConsoleServed()) context.log(`console: ${server.url}/console/`);
      await (context.terminal.untilStopped?.() ?? Promise.resolve());
      await server.close();
      return done('', { url: server.url });
    };
  },
};

const readTls = (cwd: string, cert: string | undefined, key: string | undefined) => {
  if (cert === undefined && key === undefined) return undefined;
  if (cert !== undefined && key !== undefined) return { cert: readText(cwd, cert), key: readText(cwd, key) };
  throw new UsageError('TLS needs a certificate and its key: give both --tls-cert and --tls-key.');
};

const readControl = (port: string | undefined): number | undefined => {
  if (port === undefined || (/^\d{1,5}$/u.test(port) && Number(port) <= 65_535))
    return port === undefined ? port : Number(port);
  throw new UsageError(`--control is a port from 0 to 65535, on this machine alone; got '${port}'.`);
};

const listenAddress = (listen: string | undefined, port: string | undefined): string => {
  if (port === undefined) return listen ?? '127.0.0.1:8321';
  if (listen === undefined) return `127.0.0.1:${port}`;
  throw new UsageError(`--listen is ${listen}, and --port is ${port}: the port stands in --listen. Keep one of them.`);
};

export const parseAddress = (text: string): { readonly host: string; readonly port: number } => {
  const [, host, port] = /^(\[[0-9a-fA-F:.]+\]|[^:\s]+):(\d{1,5})$/.exec(text) ?? [];
  if (host !== undefined && Number(port) <= 65_535) return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  throw new UsageError(
    `--listen is HOST:PORT, and --port its port alone, such as 127.0.0.1:8321 or [::1]:0; got '${text}'.`,
  );
};
