import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { JsonObject, JsonValue, Judge } from '../../../src/domain';
import type { Registry, TokenGrant } from '../../../src/registry';
import { createFaults, createServer, type ConsoleFiles, type ResetOutcome } from '../../../src/registry/http/server';
import { aWorld, type World, type WorldOptions } from '../world';

/** One answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: JsonObject;
  /** `error_code` of a refusal; empty when there is none. */
  readonly code: string;
}

export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS',
  url: string,
  options?: { readonly body?: JsonValue | Buffer; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Answer>;

export interface AServer {
  readonly world: World;
  readonly registry: Registry;
  readonly server: FastifyInstance;
  readonly ask: Ask;
  /** Lines of the log. */
  readonly log: string[];
  /** How often requests waited, in ms. */
  readonly pauses: number[];
}

export interface AServerOptions extends WorldOptions {
  readonly loopback?: boolean;
  readonly reset?: () => Promise<ResetOutcome>;
  readonly judge?: Judge;
  readonly console?: ConsoleFiles;
  readonly strictVendor?: boolean;
}

/** A server that does not listen, asked in process. */
export const aServer = (options: AServerOptions = {}): AServer => {
  const world = aWorld(options);
  const log: string[] = [];
  const pauses: number[] = [];
  const server = createServer({
    served: { current: () => world.registry, reset: options.reset },
    wallClock: world.wall,
    faults: createFaults(),
    defer: (work) => void setImmediate(work),
    pause: (ms) => Promise.resolve(void pauses.push(ms)),
    judge: options.judge,
    console: options.console,
    strictVendor: options.strictVendor,
    loopback: options.loopback ?? true,
    log: { write: (line) => void log.push(line) },
    runId: 'test',
  });
  const ask: Ask = async (method, url, { body, headers = {} } = {}) => {
    const payload = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const response = await server.inject({
      method,
      url,
      headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const parsed: unknown = response.payload === '' ? {} : JSON.parse(response.payload);
    const json = parsed as JsonObject & { errors?: readonly { error_code?: string }[] };
    const code = json.errors?.[0]?.error_code ?? '';
    return { status: response.statusCode, headers: response.headers, text: response.payload, body: json, code };
  };
  return { world, registry: world.registry, server, ask, log, pauses };
};

/** The hash of a token as the registry keeps it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A grant for a token in plain words: the administrator's unless it says otherwise. */
export const aGrant = (token: string, part: Partial<TokenGrant> = {}): TokenGrant => ({
  hash: hashOfToken(token),
  description: '',
  access: 'admin',
  projects: null,
  expiresAt: null,
  ...part,
});

export const withToken = (token: string) => ({ headers: { authorization: `aivenv1 ${token}` } });

export const aBody = (service_name: string, part: JsonObject = {}): JsonObject => ({
  service_name,
  service_type: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west1',
  user_config: {},
  ...part,
});

export const collection = '/v1/project/demo/service';
