import { createHash } from 'node:crypto';
import { findOperation, operations, type Operation } from '../../src/api';
import type { ApiRequest } from '../../src/api';
import { expectEqual } from '../expect-equal';
import type { Answer, Server } from './a-server';
import { examples } from './examples';
import { aPreparedServer } from './prepared-server';

let requests = 0;

interface Prepared {
  readonly served: Server;
  readonly admin: string;
  readonly filled: (change?: Readonly<Record<string, string>>) => string;
  readonly send: (change: Change) => Promise<Answer>;
}

interface Change {
  readonly method?: string;
  readonly path?: string;
  /** Null: none. */
  readonly body?: unknown;
  /** Null: none. */
  readonly token?: string | null;
}

const prepared = (operation: Operation): Prepared => {
  const { served, parts } = aPreparedServer();
  const admin = served.token('admin');
  const revocable = served.token('read');
  const token = createHash('sha256').update(revocable).digest('hex').slice(0, 16);
  const example = examples[operation.id] ?? {};
  const filled = (change: Readonly<Record<string, string>> = {}): string => {
    const all: Readonly<Record<string, string>> = { ...parts, token, ...example.path, ...change };
    return operation.path.replace(/\{(\w+)\}/g, (_part, name: string) => encodeURIComponent(all[name] ?? 'missing'));
  };
  const send = async ({ method, path, body, token: shown }: Change): Promise<Answer> => {
    requests += 1;
    const sent = body === undefined ? example.body : body;
    const secret = shown === undefined ? admin : shown;
    const answer = await served.send({
      method: method ?? operation.method,
      path: path ?? filled(),
      headers: {
        ...(secret === null ? {} : { authorization: `aivenv1 ${secret}` }),
        'content-type': 'application/json',
      },
      body: sent === undefined || sent === null ? undefined : JSON.stringify(sent),
    });
    expect(answer.status).toBeLessThan(500);
    expectEqual(JSON.parse(answer.text) instanceof Object, true);
    const asked = findOperation({ method: operation.method, path: path ?? filled() });
    if (answer.status >= 400 && method === undefined && asked.kind === 'operation') {
      const code = codeOf(answer).slice(4);
      expectEqual([asked.operation.id, code, isDeclared(asked.operation, code)], [asked.operation.id, code, true]);
    }
    return answer;
  };
  return { served, admin, filled, send };
};

const codeOf = ({ status, text }: Answer): string => {
  const body = JSON.parse(text) as { message?: string; errors?: [{ message: string; error_code: string }] };
  expect(body).toMatchObject({ message: expect.any(String), errors: [{ status, error_code: expect.any(String) }] });
  expect(body.message).not.toMatch(/\bat .*\.[jt]s:\d+/);
  return `${status} ${body.errors?.[0].error_code ?? ''}`;
};

/** Of the protocol, which no operation declares. */
const ofProtocol = ['body_too_large', 'unavailable'];

const isDeclared = ({ refuses }: Operation, code: string): boolean =>
  refuses.some((one) => one === code) || ofProtocol.includes(code);

/** What must be refused because the contract says so; the rest is for the registry to judge. */
const isFaulty = (operation: Operation, body: unknown): boolean => !operation.body().safeParse(body).success;

const wrongType = (value: unknown): unknown => (typeof value === 'object' ? 'text' : { a: [] });

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  const example = examples[id] ?? {};
  const fields = Object.entries(example.body ?? {});
  const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
  let given: Prepared;
  beforeAll(() => {
    given = prepared(operation);
  });
  afterAll(async () => {
    await given.served.close();
    expect(given.served.bugs()).toEqual([]);
  });

  test('has an example when it takes a body', () => {
    expect(example.body === undefined).toBe(!operation.takesBody);
  });

  test('missing parts are named', async () => {
    if (!operation.takesBody) {
      const path = given.filled().replace(/[^/]+$/, '');
      expect((await given.send({ path })).status).toBeGreaterThanOrEqual(400);
      return;
    }
    const none = await given.send({ body: null });
    expect(none.status === 200 ? 'done' : codeOf(none)).toBe(operation.needsBody ? '400 request_invalid' : 'done');
    for (const [field] of fields) {
      const body = Object.fromEntries(fields.filter(([name]) => name !== field));
      if (!isFaulty(operation, body)) continue;
      const answer = await given.send({ body });
      expect(codeOf(answer)).toBe('400 request_invalid');
      expect(answer.text).toContain(field);
    }
  });

  test('values of the wrong type are named', async () => {
    for (const [field, value] of fields) {
      const answer = await given.send({ body: { ...example.body, [field]: wrongType(value) } });
      expect(codeOf(answer)).toMatch(/^400 /);
      expect(answer.text).toContain(field);
    }
    for (const body of operation.takesBody ? [[], 'text', 7, true] : []) {
      expect(codeOf(await given.send({ body }))).toBe('400 request_invalid');
    }
  });

  test('values and parts of the path that are too long are refused', async () => {
    for (const [field, value] of fields.filter(([, each]) => typeof each === 'string')) {
      const body = { ...example.body, [field]: `${String(value)}${'x'.repeat(70_000)}` };
      expect((await given.send({ body })).status).toBeGreaterThanOrEqual(400);
    }
    for (const name of named) {
      const answer = await given.send({ path: given.filled({ [name]: 'x'.repeat(2_000) }) });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text.length).toBeLessThan(10_000);
    }
  });

  test('an unknown key is named; where no body is taken it is ignored', async () => {
    if (!operation.takesBody) return;
    const answer = await given.send({ body: { ...example.body, surprise: 1 } });
    expect(codeOf(answer)).toMatch(/^400 /);
    expect(answer.text).toContain('surprise');
  });

  test('no token, a wrong one and one that allows less are refused', async () => {
    if (operation.needs === 'none') return;
    expect(codeOf(await given.send({ token: null }))).toBe('401 token_missing');
    expect(codeOf(await given.send({ token: 'AVNS_wrong' }))).toBe('401 token_invalid');
    const lesser = { read: undefined, write: 'read', admin: 'write' } as const;
    const access = lesser[operation.needs];
    if (access === undefined) return;
    expect(codeOf(await given.send({ token: given.served.token(access) }))).toBe('403 token_insufficient');
  });

  test('a project of others is refused, and one that is not there is not found', async () => {
    if (!named.includes('project')) return;
    expect(codeOf(await given.send({ token: given.served.token('admin', ['other']) }))).toBe('403 project_forbidden');
    const answer = await given.send({ path: given.filled({ project: 'nowhere' }) });
    expect(codeOf(answer)).toMatch(/^404 (project|service|endpoint|integration)_not_found$/);
  });

  test('a wrong method is told which ones are right', async () => {
    const methods: readonly ApiRequest['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
    const wrong = methods.filter((method) => findOperation({ method, path: given.filled() }).kind === 'wrong-method');
    for (const method of wrong) {
      const answer = await given.send({ method });
      expect(codeOf(answer)).toBe('405 method_not_allowed');
      expect(answer.text).toContain(operation.method);
    }
  });

  test('a valid request is answered; parameters that nobody knows are ignored by the vendor`s paths, and refused by ours', async () => {
    const path = given.filled();
    const isOurs = operation.path.startsWith('/v1/forkcast/');
    if (isOurs) {
      const refused = await given.send({ path: `${path}?surprise=1` });
      expect(codeOf(refused)).toBe('400 request_invalid');
      expect(refused.text).toContain('surprise');
    }
    const answer = await given.send({ path: isOurs ? path : `${path}?limit=999&surprise=1` });
    expect(answer.status).toBe(example.refused ?? 200);
    // Who may change an endpoint gets its secrets back; nobody else's answer holds any.
    expect(answer.text.includes('f00d')).toBe(/^ServiceIntegrationEndpoint(Get|List)$/.test(id));
    if (example.refused === undefined) expect(answer.text).not.toContain('"error":');
  });
});

afterAll(() => {
  process.stdout.write(`contract: ${operations.length} operations, ${requests} requests\n`);
});
