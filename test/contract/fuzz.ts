import { createHash } from 'node:crypto';
import { operations, unsimulatedOperations } from '../../src/api';
import { rebuildViews, type EventStore } from '../../src/registry';
import { createFaults } from '../../src/registry/http/server';
import { partsOf, type Outgoing } from '../../src/registry/http/server/outgoing';
import type { Incoming } from '../../src/registry/http/server/receive';
import { makeResponder } from '../../src/registry/http/server/responder';
import { watchStorage } from '../../src/registry/http/server/storage';
import { aCreate, aWorld, type World } from '../registry/world';
import { drawFrom, type Draw } from '../simulation/draw';
import { examples, preparedFor } from './examples';

/** What one round came to. */
export interface FuzzCount {
  readonly requests: number;
  readonly accepted: number;
}

/** Never in an answer: secrets that were sent, and the name of a service that only another project has. */
const plantedSecret = 'hunter2-planted-password';
const plantedName = 'hidden-elsewhere';

/** What is served is asked more often than what is only refused by name. */
const places = [...operations, ...operations, ...operations, ...unsimulatedOperations]
  .filter(({ id }) => id !== 'FaultSet')
  .map(({ id, method, path }) => ({ id, method, path }));

const oddValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 7, 1e9, 8.64e15, 9e15, Number.MAX_SAFE_INTEGER, '', ' ', 'x', 'é', '\u0000'],
  ...['..', '__proto__', 'constructor', 'orders', 'demo', '2026-11-01T12:00:00Z', '9999-12-31T23:59:59Z', '-1d'],
  ...[{}, [], [[]], [{}], { a: 'b' }, { __proto__: null }, ['google-europe-west4'], { service_to_fork_from: 'orders' }],
  ...[{ recovery_target_time: '0001-01-01T00:00:00Z' }, 'y'.repeat(5_000)],
];
const oddParts = ['', '.', '..', '%00', '%ZZ', 'é', '__proto__', 'toString', 'x'.repeat(300), plantedName, 'foreign'];
const oddKeys = ['surprise', '__proto__', 'constructor', 'user_config', 'plan', 'cloud', 'forkcast', 'tags', 'powered'];
const queries = [
  '',
  '',
  '',
  '?limit=999',
  '?at=2026-11-01T12:00:00Z',
  '?at=x',
  '?limit=0',
  '?offset=9',
  '?%ZZ',
  '?a=b&a=c',
];
const rawBodies = [
  '',
  '{',
  '[]',
  'null',
  '"x"',
  '{"a":1,}',
  '{"__proto__":{"x":1}}',
  '{"a":1,"a":2}',
  '\ufeff{}',
  '['.repeat(20_000),
];

const textOf = (outgoing: Exclude<Outgoing, { readonly kind: 'dropped' }>): string => {
  if (outgoing.kind === 'answer') return JSON.stringify(outgoing.response.body);
  return outgoing.kind === 'text' ? outgoing.text : [...partsOf(outgoing)].join('');
};

/** Plays `length` random requests on a registry of their own, and fails the test at the first that goes wrong. */
export const playRequests = async (seed: number, length: number): Promise<FuzzCount> => {
  const draw = drawFrom(seed);
  const world = aWorld();
  const parts = preparedFor(world);
  world.run(
    aCreate({ project: 'foreign', service: plantedName, plan: 'startup-4' }),
    aCreate({
      service: 'locked',
      plan: 'startup-4',
      userConfig: { migration: { host: 'old.example.org', port: 5432, password: plantedSecret } },
    }),
  );
  const tokens = tokensOf(world);
  const bugs: unknown[] = [];
  const { respond } = makeResponder({
    served: { current: () => world.registry },
    wallClock: world.wall,
    faults: createFaults(),
    storage: watchStorage(),
    defer: (work) => queueMicrotask(work),
    inTurn: (work) => queueMicrotask(work),
    pause: () => Promise.resolve(),
    loopback: true,
    report: (error) => void bugs.push(error),
  });
  let accepted = 0;
  for (let index = 0; index < length; index += 1) {
    const incoming = incomingOf(draw, parts, tokens);
    const events = world.registry.status().events;
    const outgoing = await respond(incoming);
    const told = `seed ${seed}, request ${index}: ${incoming.method} ${incoming.url.slice(0, 300)}`;
    if (outgoing.kind === 'dropped') throw new Error(`${told} was not answered`);
    const status = outgoing.kind === 'answer' ? outgoing.response.status : 200;
    const text = textOf(outgoing);
    if (status >= 500 || bugs.length > 0) throw new Error(`${told}: ${status} ${String(bugs[0])}`, { cause: bugs[0] });
    if (status >= 400 && world.registry.status().events !== events) throw new Error(`${told}: refused, yet in the log`);
    if (status >= 400) checkDeclared(told, outgoing.operation, text);
    checkLeaks(told, incoming, text, tokens);
    if (status < 300) accepted += 1;
  }
  checkLog(world.store, seed);
  return { requests: length, accepted };
};

type Tokens = Readonly<Record<'admin' | 'write' | 'read' | 'scoped', string>>;

const tokensOf = (world: World): Tokens => {
  const make = (name: string, access: 'admin' | 'write' | 'read', projects: readonly string[] | null): string => {
    const secret = createHash('sha256').update(`secret of ${name}`).digest('hex');
    const hash = createHash('sha256').update(secret).digest('hex');
    world.run({ type: 'CreateToken', grant: { hash, description: name, access, projects, expiresAt: null } });
    return secret;
  };
  return {
    admin: make('admin', 'admin', null),
    write: make('write', 'write', null),
    read: make('read', 'read', null),
    scoped: make('scoped', 'admin', ['demo']),
  };
};

const incomingOf = (draw: Draw, parts: Readonly<Record<string, string>>, tokens: Tokens): Incoming => {
  const place = draw.pick(places);
  const method = draw.chance(0.95)
    ? place.method
    : draw.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE']);
  const path = place.path.replace(/\{(\w+)\}/g, (_part, name: string) =>
    draw.chance(0.9) ? encodeURIComponent(parts[name] ?? 'x') : draw.pick(oddParts),
  );
  const authorization = draw.weighted([
    [12, `aivenv1 ${tokens.admin}`],
    [2, `Bearer ${tokens.write}`],
    [2, `Bearer ${tokens.read}`],
    [4, `aivenv1 ${tokens.scoped}`],
    [1, tokens.admin],
    [1, 'aivenv1 wrong'],
    [1, undefined],
  ]);
  return {
    method,
    url: `${path}${draw.pick(queries)}`,
    authorization,
    origin: undefined,
    site: undefined,
    host: '127.0.0.1',
    body: bodyOf(draw, place.id),
  };
};

const bodyOf = (draw: Draw, id: string): Uint8Array | undefined => {
  if (draw.chance(0.03)) return undefined;
  if (draw.chance(0.05)) return Buffer.from(draw.pick(rawBodies));
  const body: Record<string, unknown> = { ...examples[id]?.body };
  if ('service_name' in body && draw.chance(0.7))
    body['service_name'] = draw.pick(['another', 'orders', 'copy', 'third']);
  if (id === 'ServiceCreate' && draw.chance(0.4)) {
    const times = { recovery_target_time: draw.pick(['2026-11-01T12:00:00+00:00', '2026-11-02 00:00:00', 'soon']) };
    body['user_config'] = {
      service_to_fork_from: draw.pick(['orders', 'copy', 'gone']),
      ...(draw.chance(0.5) ? times : {}),
    };
  }
  for (let changes = draw.pick([0, 0, 0, 1, 1, 2]); changes > 0; changes -= 1) {
    const key = draw.pick([...Object.keys(body), ...oddKeys]);
    const secret = key === 'user_config' && draw.chance(0.3);
    if (draw.chance(0.3)) delete body[key];
    else
      Object.defineProperty(body, key, {
        value: secret
          ? { migration: { host: 'old.example.org', port: 5432, password: plantedSecret } }
          : draw.pick(oddValues),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return Buffer.from(JSON.stringify(body));
};

const ofProtocol = ['method_not_allowed', 'unavailable'];

/** An operation is refused with a code that it declares. */
const checkDeclared = (told: string, id: string, text: string): void => {
  const declared = operations.find((operation) => operation.id === id)?.refuses;
  const { errors } = JSON.parse(text) as { readonly errors: readonly [{ readonly error_code: string }] };
  const code = errors[0].error_code;
  if (declared !== undefined && !ofProtocol.includes(code) && !declared.some((one) => one === code))
    throw new Error(`${told}: refused with ${code}, which ${id} does not declare`);
};

/** Who may write is given settings back whole, by the vendor's operations that show them. */
const seesSettings = ({ authorization, url }: Incoming, { read, ...writers }: Tokens): boolean =>
  Object.values(writers).some((token) => authorization?.includes(token) === true) &&
  /^\/v1\/project\/[^?]*\/(?:service|integration)/u.test(url) &&
  !url.includes(read);

const checkLeaks = (told: string, incoming: Incoming, answer: string, tokens: Tokens): void => {
  const asked = `${incoming.url} ${incoming.body === undefined ? '' : Buffer.from(incoming.body).toString('utf8')}`;
  const hidden = incoming.authorization?.includes(tokens.scoped) === true ? [plantedName] : [];
  const settings = seesSettings(incoming, tokens) ? [] : [plantedSecret, 'f00d'];
  for (const secret of [...settings, ...Object.values(tokens), ...hidden]) {
    if (answer.includes(secret) && !asked.includes(secret)) throw new Error(`${told}: the answer tells ${secret}`);
  }
  if (/\bat .{1,200}\.[jt]s:\d+/.test(answer)) throw new Error(`${told}: the answer has a stack trace`);
};

/** Versions have no gaps, and the views are what the log makes of them again. */
const checkLog = (store: EventStore, seed: number): void => {
  const views = () => store.read((reader) => new Map(reader.views('').map(({ key, body }) => [key, body])));
  const before = views();
  const versions = new Map<string, number>();
  for (const { envelope } of store.read((reader) => reader.allEvents(0, 1_000_000))) {
    const version = (versions.get(envelope.stream) ?? 0) + 1;
    if (envelope.version !== version)
      throw new Error(`seed ${seed}: stream ${envelope.stream} has a gap at ${version}`);
    versions.set(envelope.stream, version);
    if (JSON.stringify(envelope).includes(plantedSecret))
      throw new Error(`seed ${seed}: a secret is in the log: ${JSON.stringify(envelope).slice(0, 600)}`);
  }
  store.write((writer) => rebuildViews(writer));
  expect(views()).toEqual(before);
};
