import { given } from '../domain';
import { readerOf } from '../api';
import { nothingAllowed } from '../engine';
import { readPolicy, type Policy } from '../rules';
import { type Forkcast, type Outside, PlannedServices } from './client';
import {
  type ConfigureAnswer,
  type Diagnostic,
  isObject,
  isUnknown,
  mapOf,
  member,
  nested,
  type ObjectValue,
  optional,
  type Ports,
  type Provider,
  required,
  string,
  type Value,
  type Walk,
  warningAt,
} from './protocol';
import { backupRegionSource } from './data-sources/backup-region';
import { backupsSource } from './data-sources/backups';
import { cloudsSource, plansSource } from './data-sources/catalogue';
import { recoveryWindowsSource } from './data-sources/recovery-windows';
import { serviceSource } from './data-sources/service';
import { makeDiagnostic } from './diagnostics';
import { serviceConnection } from './ephemerals/service-connection';
import { ProviderPolicyError, RealTermsError } from './errors';
import { refresh } from './actions/refresh';
import { listServices } from './lists/services';
import { recoveryTimeParse, recoveryTimeShift } from './functions/recovery-time';
import { connectionPool } from './resources/connection-pool';
import { database } from './resources/database';
import { service } from './resources/service';
import { serviceIntegration } from './resources/service-integration';
import { serviceUser } from './resources/service-user';
import { readRealTerms, realAttributes } from './real-terms';
import { ServiceNames } from './service-names';
import { toText } from './values';

/** The provider, given the process that it runs in. */
export const forkcastProvider = (outside: Outside): Provider<Forkcast> => ({
  schema: {
    description: 'Forks of managed database services, judged before they are made.',
    attributes: {
      registry: optional(
        string,
        'The registry: `sqlite:PATH`, `http://HOST:PORT` or `https://HOST`. ' +
          'Default: `FORKCAST_REGISTRY`, else `sqlite:.forkcast/registry.db`.',
      ),
      project: optional(string, 'Project of resources that name none. Default: `FORKCAST_PROJECT`.'),
      token: optional(string, 'Token of a served registry. Default: `FORKCAST_TOKEN`.', { sensitive: true }),
      stack: optional(
        string,
        'Tells apart configurations that ask for the same service: what an interrupted run made is taken over only ' +
          'under the same text, and it names who holds a service. Default `terraform`.',
      ),
      paths: optional(
        mapOf(string),
        'What to call who holds a service, by `PROJECT/SERVICE`, for people to read: the constructs write their paths. ' +
          'Default `forkcast_service of PROJECT/SERVICE`.',
      ),
      policy: optional(
        string,
        'A policy that plans are judged by, as text: `file("forkcast.policy.json")`. Default: none, whatever file lies beside; an ' +
          'empty text is refused.',
      ),
      ...realAttributes,
      moved_from: optional(
        nested('map', {
          stack: required(string, 'Stack of who holds it until now.'),
          path: required(string, 'What it is called there.'),
        }),
        'Declared moves between states, by `PROJECT/SERVICE`: a service that exactly this stack and path hold is taken ' +
          'over by its block here, once, instead of being refused. Within one state use a block `moved`.',
      ),
    },
  },
  configure: (config, ports, walk) => configure(config, { ports, walk, outside }),
  resources: [service, database, serviceUser, connectionPool, serviceIntegration],
  dataSources: [serviceSource, backupsSource, recoveryWindowsSource, backupRegionSource, cloudsSource, plansSource],
  ephemerals: [serviceConnection],
  lists: [listServices],
  actions: [refresh],
  functions: [recoveryTimeParse, recoveryTimeShift],
});

/** How long what was read of a real account serves: a command that surely changes nothing judges by one reading. */
const keptMs = { plan: 60_000, unknown: 5_000 } as const satisfies Record<Walk, number>;

interface Command {
  readonly ports: Ports;
  readonly walk: Walk;
  readonly outside: Outside;
}

const configure = async (config: ObjectValue, command: Command): Promise<ConfigureAnswer<Forkcast>> => {
  try {
    return await configured(config, command);
  } catch (error) {
    return { diagnostics: [misconfigured(error)] };
  }
};

const misconfigured = (error: unknown): Diagnostic => {
  if (error instanceof RealTermsError)
    return makeDiagnostic(error, 'Real forks are configured wrongly', [error.attribute]);
  return error instanceof ProviderPolicyError
    ? makeDiagnostic(error, 'The policy cannot be used', ['policy'])
    : makeDiagnostic(error, 'The registry is named wrongly', ['registry']);
};

/** @throws ProviderPolicyError */
const policyIn = (text: string): Policy => {
  if (text.trim() === '') throw new ProviderPolicyError('it is empty; null, or no policy at all, is none');
  const result = readPolicy(text, 'policy of the provider');
  if (result.kind === 'read') return result.policy;
  throw new ProviderPolicyError(result.why);
};

/** @throws ProviderRegistryError, RealTermsError, ProviderPolicyError */
const configured = async (
  config: ObjectValue,
  { ports, walk, outside }: Command,
): Promise<ConfigureAnswer<Forkcast>> => {
  // An empty text is none, as in the environment.
  const [registry, token] = [toText(config['registry']) || undefined, toText(config['token']) || undefined];
  // An empty policy is a file that was cut off: taken for none, it would take all bounds away.
  const policy = toText(config['policy']);
  const real = readRealTerms(config);
  const isOpen = isUnknown(config['registry']) || isUnknown(config['token']) || real === 'unknown';
  const project = isUnknown(config['project']) ? undefined : toText(config['project']) || undefined;
  const client = isOpen
    ? undefined
    : await outside.connect({
        ...given({ registry, token, real }),
        keptMs: keptMs[walk],
        log: (line) => {
          ports.log('info', line);
          outside.tell?.(`forkcast: ${line}`);
        },
      });
  return {
    client: {
      registry: client && readerOf(client),
      writer: () => client,
      project: project ?? outside.environment('FORKCAST_PROJECT'),
      real: real === undefined || real === 'unknown' ? nothingAllowed : real,
      policy: policy === undefined ? undefined : policyIn(policy),
      stack: toText(config['stack']) ?? 'terraform',
      paths: new Map(textsIn(config['paths'] ?? null)),
      movedFrom: new Map(labelsIn(config['moved_from'] ?? null)),
      planned: new PlannedServices(),
      names: new ServiceNames(walk),
      members: new ServiceNames(walk),
      outside,
    },
    diagnostics: isUnknown(config['policy']) ? [policyUnknown] : [],
  };
};

/** The apply knows it, and may refuse then what this plan took for good. */
const policyUnknown = warningAt({
  summary: 'The plan is judged by no policy',
  detail:
    "policy of the provider's block is known only while it is applied, so an apply may be refused halfway by what this plan let pass. " +
    'Give it a text that is known in the plan: policy = file("forkcast.policy.json").',
  path: ['policy'],
});

const listEntries = (map: Value): readonly (readonly [string, Value])[] => (isObject(map) ? Object.entries(map) : []);

const textsIn = (map: Value): readonly (readonly [string, string])[] =>
  listEntries(map).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));

const labelsIn = (map: Value): readonly (readonly [string, { readonly stack: string; readonly path: string }])[] =>
  listEntries(map).flatMap(([name, value]) => {
    const [stack, path] = [toText(member(value, 'stack')), toText(member(value, 'path'))];
    return stack === undefined || path === undefined ? [] : [[name, { stack, path }] as const];
  });
