import {
  known,
  maskedSettings,
  requestFields,
  serviceRequest,
  type Fact,
  type JsonValue,
  type ServiceRequest,
  unknown as unknownFact,
} from '../../domain';
import type { Forkcast } from '../client';
import { isNull, isObject, member, type ObjectValue, type Value } from '../protocol';
import { factOf, textFact, toText } from '../values';
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
    ...requestFields({
      text: (name) => textFact(at(name)),
      number: (name) => factOf(at(name), (value) => (typeof value === 'number' ? value : undefined)),
      truth: (name) => factOf(at(name), (value) => (typeof value === 'boolean' ? value : undefined)),
      texts: (name) => factOf(at(name), (value) => (isNull(value) ? undefined : textsIn(value))),
      map: (name) => factOf(at(name), (value) => (isNull(value) ? undefined : tagsIn(value))),
    }),
    staticIps: factOf(at('static_ips'), textsIn),
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
