import { readFileSync } from 'node:fs';
import { createClient } from '../../src/api';
import { runLocalExec } from '../../src/cli/run-local-exec';
import { Service } from '../../src/constructs';
import {
  blockPlaceOf,
  defaultCatalogue,
  isJsonObject,
  spelledKey,
  type Facts,
  type JsonObject,
} from '../../src/domain';
import { takeIn } from '../../src/intake';
import { embeddedTransport } from '../registry/embedded-transport';
import { reviewOf } from '../../src/rules';
import { anApp, identityOf, refusalOf, unvalidated } from '../constructs/an-app';
import { forkcast } from '../cli/a-terminal';
import { service as typeName, type ProviderWorld } from '../provider/a-provider';
import type { ObjectValue } from '../../src/provider/protocol';
import { fromJson } from '../../src/provider/values';

/** A request for a service in the words of the API, as each door is asked for it. */
export type Asked = JsonObject & { readonly service_name: string; readonly user_config: JsonObject };

/** What a door says: whether it refuses, and the rules that it names. */
export interface Said {
  readonly refused: boolean;
  readonly rules: readonly string[];
  readonly text: string;
}

/** One world, the file that it lies in, and a folder to run in. */
export interface House extends ProviderWorld {
  readonly file: string;
  readonly folder: string;
}

/** Asks one door. */
export type Door = (house: House, asked: Asked) => Promise<Said>;

const camelCased = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [spelledKey(name, 'cdktf'), value]));

const declared = ({ user_config: settings, ...fields }: Asked, facts: Facts | undefined) => {
  const { app, stack } = anApp(facts);
  // What the compiler would refuse.
  const odd: object = { ...camelCased(fields), userConfig: camelCased(settings) };
  new Service(stack, 'copy', { serviceType: 'pg', serviceName: 'copy', plan: 'business-4', ...odd });
  return app;
};

const rulesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/[a-z]+\/[a-z]+(?:-[a-z]+)*/g)].map(([id]) => id).filter((id) => groups.test(id))),
];
const groups = /^(naming|source|project|recovery|sizing|placement|lifecycle)\//;

const synth: Door = ({ world }, asked) => {
  const text = refusalOf(declared(asked, world.registry.facts()));
  return Promise.resolve({ refused: text !== '', rules: rulesIn(text), text });
};

const check: Door = ({ world }, asked) => {
  const app = unvalidated(declared(asked, undefined));
  app.synth();
  const read = (path: string): string | undefined => (path.endsWith('.json') ? readFileSync(path, 'utf8') : undefined);
  const { requests } = takeIn(read, [app.outdir]);
  const { findings } = reviewOf(requests, { facts: world.registry.facts(), catalogue: defaultCatalogue });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const text = errors.map(({ detail, remedy }) => `${detail} ${remedy}`).join('\n');
  return Promise.resolve({ refused: errors.length > 0, rules: errors.map(({ ruleId }) => ruleId), text });
};

const provider: Door = async ({ again }, asked) => {
  const core = await again();
  const strange = Object.keys(asked.user_config).filter((key) => !(blockPlaceOf(key) === 'attribute'));
  if (strange.length > 0) return { refused: true, rules: [], text: 'An argument named X is not expected here.' };
  const plain: ObjectValue = JSON.parse(JSON.stringify(asked));
  const { ip_filter: addresses, ...settings } = asked.user_config;
  const user_config: ObjectValue = JSON.parse(JSON.stringify(settings));
  const config: ObjectValue =
    addresses === undefined ? plain : { ...plain, user_config: { ...user_config, ip_filter: fromJson(addresses) } };
  const faults = await core.validate(typeName, config);
  const planned = faults.some(({ severity }) => severity === 'error')
    ? []
    : (await core.plan(typeName, config, null)).diagnostics;
  const errors = [...faults, ...planned].filter(({ severity }) => severity === 'error');
  const text = errors.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n');
  return { refused: errors.length > 0, rules: rulesIn(text), text };
};

/** The name that a door makes, where the request does not insist on one: what another door made is not in its way. */
const named = (asked: Asked, door: string): Asked =>
  asked.service_name === 'copy' ? { ...asked, service_name: `copy-${door}` } : asked;

const api: Door = async ({ world }, asked) => {
  const { project = 'demo', cloud_name: cloud, from, latest_transaction: latest, ...body } = named(asked, 'api');
  const forkcastFields = {
    ...(from === undefined ? {} : { from }),
    ...(latest === true ? { latest_transaction: true } : {}),
  };
  const sent: JsonObject = {
    ...body,
    ...(cloud === undefined ? {} : { cloud }),
    ...(Object.keys(forkcastFields).length === 0 ? {} : { forkcast: forkcastFields }),
  };
  const client = embeddedTransport(world.registry, 'memory:');
  const { status, body: answer } = await client.send({
    method: 'POST',
    path: `/v1/project/${typeof project === 'string' ? project : 'demo'}/service`,
    body: sent,
  });
  const text = JSON.stringify(answer);
  return { refused: status >= 400, rules: status >= 400 ? rulesIn(text) : [], text };
};

const cli: Door = async ({ file, folder }, asked) => {
  const { project, service_name: name, service_type: type, plan, cloud_name: cloud, ...more } = named(asked, 'cli');
  const {
    user_config: settings,
    disk_space_mb: disk,
    project_vpc_id: vpc,
    static_ips: ips,
    from,
    latest_transaction: latest,
    tags,
  } = more;
  const flag = (flags: string, value: unknown): readonly string[] =>
    value === undefined || value === null ? [] : [flags, typeof value === 'string' ? value : JSON.stringify(value)];
  const words = [
    'service',
    'create',
    name,
    ...flag('-t', type ?? 'pg'),
    ...flag('-p', plan ?? 'business-4'),
    ...flag('--cloud', cloud),
    ...flag('--project', project ?? 'demo'),
    ...flag('--disk-space-gib', typeof disk === 'number' ? disk / 1024 : undefined),
    ...flag('--project-vpc-id', vpc),
    ...(Array.isArray(ips) ? ips.flatMap((ip) => flag('--static-ip', ip)) : []),
    ...(isJsonObject(tags)
      ? Object.entries(tags).flatMap(([key, value]) =>
          flag('--tag', `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`),
        )
      : []),
    ...flag('--from', from),
    ...(latest === true ? ['--latest-transaction'] : []),
    ...Object.entries(isJsonObject(settings) ? settings : {}).flatMap(([key, value]) => [
      '-c',
      `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ]),
    ...flag('--registry', `sqlite:${file}`),
  ];
  const { exitCode, err } = await forkcast(words, { cwd: folder });
  return { refused: exitCode !== 0, rules: exitCode === 0 ? [] : rulesIn(err), text: err };
};

const localExec: Door = async ({ world }, asked) => {
  const app = unvalidated(declared(named(asked, 'run'), undefined));
  app.synth();
  let text = '';
  const client = createClient(embeddedTransport(world.registry, 'memory:'));
  const exitCode = await runLocalExec({
    env: { FORKCAST_OPERATION: 'apply', FORKCAST_RESOURCE: JSON.stringify(identityOf(app, 'copy')?.input) },
    clock: { now: () => world.now() },
    sleep: () => Promise.resolve(),
    host: 'laptop',
    connect: () => ({ ...client, close: () => undefined }),
    out: () => undefined,
    err: (line) => (text += line),
  });
  return { refused: exitCode !== 0, rules: exitCode === 0 ? [] : rulesIn(text), text };
};

/** Doors that judge: they say all that is wrong. The others say the first that the registry finds. */
export const judging = { synth, check, provider } as const;
export const asking = { api, cli, 'local-exec': localExec } as const;
export const doors = { ...judging, ...asking } as const;
export type DoorName = keyof typeof doors;
