import { createHash } from 'node:crypto';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import type { TokenAccess } from '../../src/registry';
import { createFaults, createServer } from '../../src/registry/http/server';
import { judgeAxis } from '../../src/rules';
import { aWorld, type World, type WorldOptions } from '../registry/world';

/** A server that listens on this machine alone, on a port of its own, and is asked through its whole stack. */
export interface Server {
  readonly world: World;
  readonly send: (request: RawRequest) => Promise<Answer>;
  /** Where it listens, from now on at the latest. */
  readonly listening: () => Promise<string>;
  readonly close: () => Promise<void>;
  /** A new token, as its holder writes it. */
  readonly token: (access: TokenAccess, projects?: readonly string[]) => string;
  /** What was reported as a bug. */
  readonly bugs: () => readonly string[];
}

export const aServer = (
  options: WorldOptions & { readonly loopback?: boolean; readonly strictVendor?: boolean } = {},
): Server => {
  const world = aWorld(options);
  const lines: string[] = [];
  const server = createServer({
    judge: judgeAxis,
    served: { current: () => world.registry },
    wallClock: world.wall,
    faults: createFaults(),
    defer: (work) => queueMicrotask(work),
    pause: () => Promise.resolve(),
    loopback: options.loopback ?? true,
    strictVendor: options.strictVendor,
    log: { write: (line) => void lines.push(line) },
    logLevel: 'error',
    runId: 'test',
  });
  let made = 0;
  let listening: Promise<string> | undefined;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const listen = () => (listening ??= server.listen({ host: '127.0.0.1', port: 0 }));
  return {
    world,
    listening: listen,
    send: async (request) => sendTo(await listen(), agent, request),
    close: async () => {
      agent.destroy();
      await server.close();
    },
    token: (access, projects) => {
      const secret = `fkc_${createHash('sha256')
        .update(`token ${(made += 1)}`)
        .digest('hex')}`;
      const grant = {
        hash: createHash('sha256').update(secret).digest('hex'),
        description: access,
        access,
        projects: projects ?? null,
        expiresAt: null,
      };
      world.run({ type: 'CreateToken', grant });
      return secret;
    },
    bugs: () => lines,
  };
};

/** One request, header for header. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: none is written. */
  readonly body?: string | undefined;
}

/** One answer, as its bytes came. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const sendTo = (base: string, agent: Agent, { method, path, headers, body }: RawRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = httpRequest(
      { hostname, port, method, path, headers: { ...length, ...headers }, agent },
      (response) => void readAll(response).then(resolve, reject),
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const readAll = async (response: IncomingMessage): Promise<Answer> => {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  return { status: response.statusCode ?? 0, headers: response.headers, text };
};
