import {
  known,
  maskedSettings,
  serviceRequest,
  type Fact,
  type JsonValue,
  type ServiceRequest,
  unknown as unknownFact,
} from '../../domain';
import type { Forkcast } from '../client';
import { isNull, isObject, isUnknown, member, type ObjectValue, type Value } from '../protocol';
import { toFact, textFact, toText } from '../values';
import { acknowledgementsIn } from './acknowledgements';
import { integrationsIn, tagsIn, textsIn } from './declared-service';
import { settingFacts } from './service-id';
import { blockKeys, isSensitive } from './user-config';

/** A planned service as the rules judge it. */
export const readServiceRequest = (
  object: ObjectValue,
  {
    client,
    createTimeoutMs,
    recorded,
  }: {
    readonly client: Pick<Forkcast, 'project' | 'stack'>;
    readonly createTimeoutMs: number | undefined;
    readonly recorded: boolean;
  },
): ServiceRequest => {
  const at = (name: string): Value => member(object, name);
  const settings = maskedSettings(toText(at('service_type')) ?? '', withoutSensitive(settingFacts(object)));
  const userConfig = { ...settings, ...namedSecrets(at('secrets')), ...namedSecrets(at('secrets_wo')) };
  const address = `forkcast_service ${toText(at('service_name')) ?? '(name known after apply)'}`;
  return serviceRequest({
    address,
    stack: client.stack,
    project: isNull(at('project')) && client.project !== undefined ? known(client.project) : mustText(at('project')),
    serviceName: mustText(at('service_name')),
    serviceType: mustText(at('service_type')),
    plan: textFact(at('plan')),
    cloud: textFact(at('cloud_name')),
    diskSpaceMb: sized(at('disk_space_mb')),
    terminationProtection: isUnknown(at('termination_protection'))
      ? unknownFact('known-after-apply')
      : known(at('termination_protection') === true),
    powered: isUnknown(at('powered')) ? unknownFact('known-after-apply') : known(readBool(at('powered'))),
    tags: isNull(at('tags')) ? known(undefined) : tagsFact(at('tags')),
    maintenanceDow: textFact(at('maintenance_window_dow')),
    maintenanceTime: textFact(at('maintenance_window_time')),
    techEmails: isNull(at('tech_emails')) ? known(undefined) : textsFact(at('tech_emails')),
    projectVpcId: textFact(at('project_vpc_id')),
    staticIps: textsFact(at('static_ips')),
    userConfig,
    integrations: integrationsIn(at('service_integrations')).map(({ type, source }) => ({
      type: mustText(type),
      sourceService: textFact(source),
      destinationService: known(undefined),
    })),
    from: readFrom(at('from')),
    latestTransaction: at('latest_transaction') === true,
    onForkChange: at('on_fork_change') === 'replace' ? 'replace' : 'refuse',
    createTimeoutMs: known(createTimeoutMs),
    waitsForSource: true,
    ...(recorded ? { recorded: true as const } : {}),
    acknowledgements: acknowledgementsIn(at('acknowledge'), address),
  });
};

const mustText = (value: Value): Fact<string> => {
  const text = textFact(value);
  return text.known && text.value !== undefined ? known(text.value) : unknownFact('known-after-apply');
};

const readBool = (value: Value): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

const sized = (value: Value): Fact<number | undefined> =>
  isUnknown(value) ? unknownFact('known-after-apply') : known(typeof value === 'number' ? value : undefined);

const textsFact = (value: Value): Fact<readonly string[]> => {
  const fact = toFact(value);
  return fact.known ? known(textsIn(value)) : fact;
};

const tagsFact = (value: Value): Fact<Readonly<Record<string, string>>> => {
  const fact = toFact(value);
  if (!fact.known) return fact;
  return known(tagsIn(value));
};

const readFrom = (value: Value): ServiceRequest['from'] =>
  value === 'primary' || value === 'secondary' ? value : 'any';

/** Settings that are read from the environment when they are applied. */
const namedSecrets = (secrets: Value): Readonly<Record<string, Fact<JsonValue>>> =>
  Object.fromEntries(
    Object.keys(isObject(secrets) ? secrets : {})
      .filter((path) => !path.includes('.'))
      .map((key) => [key, unknownFact('known-after-apply')]),
  );

const withoutSensitive = (
  facts: Readonly<Record<string, Fact<JsonValue>>>,
): Readonly<Record<string, Fact<JsonValue>>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const key = blockKeys().get(name);
      return [name, key !== undefined && isSensitive(key) ? unknownFact('known-after-apply') : fact];
    }),
  );
