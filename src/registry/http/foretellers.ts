import { findServiceType, predictedBy, predictions, type JsonObject, type Prediction } from '../../domain';
import type { CreateService, UpdateService } from '../commands';
import { isGiven } from '../decide/fork-request';
import type { Registry } from '../registry';

/** A request about one service, as far as it tells which rules may have foretold its refusal. */
interface Asked {
  /** Whether the service is made, or is there already. */
  readonly isMade: boolean;
  readonly serviceType: string;
  /** Those that the request writes, and with them those that the service has. */
  readonly written: JsonObject;
  readonly settings: JsonObject;
  /** Names of what is asked for beside the settings. */
  readonly others: readonly string[];
}

/** Ids of the rules that may have foretold that this request is refused with this code, and of no others. Never throws. */
export const foretellersOf = (
  registry: Pick<Registry, 'findService'>,
  command: CreateService | UpdateService,
  code: string,
): readonly string[] => {
  const ids = predictedBy[code] ?? [];
  if (ids.length === 0) return ids;
  const asked = command.type === 'CreateService' ? askedOfNew(command) : askedOfLive(registry, command);
  return ids.filter((id) => mayForetell(predictions[id], asked));
};

const askedOfNew = (command: CreateService): Asked => ({
  isMade: true,
  serviceType: command.serviceType,
  written: command.userConfig,
  settings: command.userConfig,
  others: [
    ...(command.from === undefined ? [] : ['from']),
    ...(command.latestTransaction === true ? ['latest_transaction'] : []),
    ...((command.integrations ?? []).length === 0 ? [] : ['service_integrations']),
  ],
});

const askedOfLive = (registry: Pick<Registry, 'findService'>, command: UpdateService): Asked => {
  const live = registry.findService({ project: command.project, service: command.service });
  return {
    isMade: false,
    serviceType: live?.type ?? '',
    written: command.userConfig ?? {},
    settings: { ...live?.userConfig, ...command.userConfig },
    others: [],
  };
};

const mayForetell = (prediction: Prediction | undefined, asked: Asked): boolean => {
  if (prediction === undefined) return false;
  const { scope, asks = {} } = prediction;
  if (scope === (asked.isMade ? 'lifecycle' : 'creation')) return false;
  const { any, types, lackedBeside } = asks;
  return (
    (types?.includes(asked.serviceType) ?? true) &&
    (any?.some((name) => isAsked(name, scope === 'lifecycle' ? asked.written : asked.settings, asked.others)) ??
      true) &&
    (lackedBeside === undefined || lacksOne(asked, lackedBeside))
  );
};

const settingPrefix = 'user_config.';

/** A rule about a change judges what is written, another one what the service will have. */
const isAsked = (name: string, settings: JsonObject, others: readonly string[]): boolean => {
  if (!name.startsWith(settingPrefix)) return others.includes(name);
  return isGiven(settings[name.slice(settingPrefix.length)]);
};

const lacksOne = ({ serviceType, settings }: Asked, aside: readonly string[]): boolean => {
  const names = new Set(findServiceType(serviceType)?.userConfig.map(({ key }) => key));
  return Object.keys(settings).some((key) => !names.has(key) && !aside.includes(key));
};
