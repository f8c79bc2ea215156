import {
  findServiceType,
  predictions,
  sourceKeyNames,
  type JsonObject,
  type Prediction,
  type Refusal,
} from '../../domain';
import type { CreateService, UpdateService } from '../commands';
import { givenKey, givenSource, isGiven } from '../decide/fork-request';
import type { Registry, ServiceDetail } from '../registry';

/** A request about one service, as far as it tells which rules may have foretold its refusal. */
interface RefusedRequest {
  /** Whether the service is made, or is there already. */
  readonly isMade: boolean;
  readonly serviceType: string;
  /** Those that the request writes, and with them those that the service has. */
  readonly written: JsonObject;
  readonly settings: JsonObject;
  /** Names of what is asked for beside the settings. */
  readonly others: readonly string[];
  /** What its refusal is about; undefined: whatever its code is about. */
  readonly about: Refusal['about'];
}

type Services = Pick<Registry, 'findService' | 'projects'>;

/** Ids of the rules that may have foretold this refusal of this request, and of no others. Never throws. */
export const findForetellers = (
  registry: Services,
  command: CreateService | UpdateService,
  refusal: Refusal,
): readonly string[] => {
  const foretold = Object.entries(predictions).filter(([, rule]) => rule.predicts.includes(refusal.code));
  if (foretold.length === 0) return [];
  const asked =
    command.type === 'CreateService' ? askedOfNew(registry, command, refusal) : askedOfLive(registry, command, refusal);
  return foretold.flatMap(([id, rule]) => (mayForetell(rule, asked) ? [id] : []));
};

/** A source that is not there may be in a project that was not named. */
const aboutNew = (
  registry: Services,
  { project, userConfig }: CreateService,
  { code, about }: Refusal,
): Refusal['about'] => {
  if (code !== 'fork_source_not_found') return about;
  const service = givenSource(userConfig) ?? '';
  const isElsewhere =
    givenKey(userConfig, 'project_to_fork_from') === undefined &&
    registry
      .projects()
      .some(({ name }) => name !== project && registry.findService({ project: name, service }) !== undefined);
  return isElsewhere ? 'source-elsewhere' : 'source-nowhere';
};

/** The keys of a fork are changed in a fork, and added to what is none. */
const aboutLive = (
  live: ServiceDetail | undefined,
  { userConfig = {} }: UpdateService,
  { about }: Refusal,
): Refusal['about'] => {
  if (about?.startsWith(settingPrefix) !== true) return about;
  const isFork =
    live !== undefined && (live.facts.lineage !== null || givenSource(live.facts.userConfig) !== undefined);
  return isFork || givenSource(userConfig) === undefined ? 'fork-key-of-fork' : 'fork-key-added';
};

const askedOfNew = (registry: Services, command: CreateService, refusal: Refusal): RefusedRequest => ({
  isMade: true,
  serviceType: command.serviceType,
  written: command.userConfig,
  settings: command.userConfig,
  others: [
    ...(command.from === undefined ? [] : ['from']),
    ...(command.latestTransaction === true ? ['latest_transaction'] : []),
    ...((command.integrations ?? []).length === 0 ? [] : ['service_integrations']),
  ],
  about: aboutNew(registry, command, refusal),
});

const askedOfLive = (registry: Services, command: UpdateService, refusal: Refusal): RefusedRequest => {
  const live = registry.findService({ project: command.project, service: command.service });
  return {
    isMade: false,
    serviceType: live?.facts.type ?? '',
    written: command.userConfig ?? {},
    settings: { ...live?.facts.userConfig, ...command.userConfig },
    others: [],
    about: aboutLive(live, command, refusal),
  };
};

const mayForetell = ({ scope, asks = {} }: Prediction, asked: RefusedRequest): boolean => {
  if (scope === (asked.isMade ? 'lifecycle' : 'creation')) return false;
  const { any, none, types, lackedBeside, siblings } = asks;
  const isOneAsked = (name: string): boolean =>
    isAsked(name, scope === 'lifecycle' ? asked.written : asked.settings, asked);
  return (
    siblings !== true &&
    (asked.about === undefined || (asks.about?.includes(asked.about) ?? true)) &&
    (types?.includes(asked.serviceType) ?? true) &&
    (any?.some(isOneAsked) ?? true) &&
    none?.some(isOneAsked) !== true &&
    (lackedBeside === undefined || lacksOne(asked, lackedBeside))
  );
};

const settingPrefix = 'user_config.';

/** A rule about a change judges what is written, another one what the service will have. */
const isAsked = (name: string, settings: JsonObject, { others, serviceType }: RefusedRequest): boolean => {
  if (!name.startsWith(settingPrefix)) return others.includes(name);
  const key = name.slice(settingPrefix.length);
  // The former name of a source names none where services have no such key.
  return isGiven(settings[key]) && (key !== formerSourceKey || keysOf(serviceType).has(key));
};

const [, formerSourceKey] = sourceKeyNames;

const keysOf = (serviceType: string): ReadonlySet<string> =>
  new Set(findServiceType(serviceType)?.userConfig.map(({ key }) => key));

const lacksOne = ({ serviceType, settings }: RefusedRequest, aside: readonly string[]): boolean => {
  const names = keysOf(serviceType);
  return Object.keys(settings).some((key) => !names.has(key) && !aside.includes(key));
};
