import type { Fact, JsonValue, ServiceRequest, UnknownReason } from '../domain';

type Unjudged = Fact<JsonValue | undefined> | undefined;

/** Names of missing facts, with the reason added where the input keeps the value to itself. Never throws. */
export const withReasons = (
  missing: readonly string[],
  requestAt: (address: string) => ServiceRequest | undefined,
): readonly string[] =>
  missing.map((name) => {
    const [, attribute = '', source, address = ''] = /^(\S+) of (the source of )?(.+)$/.exec(name) ?? [];
    const request = requestAt(address);
    const facts =
      request === undefined ? [] : factsOf(request, source === undefined ? attribute : `source ${attribute}`);
    const why = facts.flatMap((fact) => (fact?.known === false ? (reasonWords[fact.reason] ?? []) : []))[0];
    return why === undefined ? name : `${name}, ${why}`;
  });

/** Of the reasons that lie in the input. */
const reasonWords: Readonly<Partial<Record<UnknownReason, string>>> = {
  sensitive: 'which is sensitive',
  'not-shown': 'which a plan does not show',
};

const factsOf = (request: ServiceRequest, attribute: string): readonly Unjudged[] => {
  const { userConfig } = request;
  if (attribute.startsWith('user_config.')) {
    const key = attribute.slice('user_config.'.length);
    const older = key === 'service_to_fork_from' ? [userConfig['pg_service_to_fork_from']] : [];
    return [Object.hasOwn(userConfig, key) ? userConfig[key] : undefined, ...older];
  }
  if (attribute === 'source project') return [userConfig['project_to_fork_from'], request.project];
  return Object.hasOwn(attributes, attribute) ? [attributes[attribute]?.(request)] : [];
};

const attributes: Readonly<Record<string, (request: ServiceRequest) => Unjudged>> = {
  project: ({ project }) => project,
  service_name: ({ serviceName }) => serviceName,
  service_type: ({ serviceType }) => serviceType,
  plan: ({ plan }) => plan,
  cloud_name: ({ cloud }) => cloud,
  disk_space_mb: ({ diskSpaceMb }) => diskSpaceMb,
  termination_protection: ({ terminationProtection }) => terminationProtection,
  tags: ({ tags }) => tags,
  powered: ({ powered }) => powered,
  project_vpc_id: ({ projectVpcId }) => projectVpcId,
  static_ips: ({ staticIps }) => staticIps,
};
