import { RequestRefusedError, type ResourceClient, type ServiceBody } from '../../api';
import type { ServiceId } from '../../domain';

/** What of a fork the new one under its name does not get, and what goes along with the name. */
export interface WhatGoes {
  /** Each in words, such as `metrics from copy to thanos`. */
  readonly integrations: readonly string[];
  /** Databases, users and connection pools that its source does not have, such as `database reports`. */
  readonly own: readonly string[];
  /** Ids of its static addresses, which the new one is given. */
  readonly addresses: readonly string[];
}

type Asked = Pick<ResourceClient, 'contents' | 'listStaticIps'>;

/** Its static addresses: a service is made with them, and shows none. @throws RegistryUnreachableError, RequestRefusedError */
export const addressesOf = async (registry: Pick<Asked, 'listStaticIps'>, id: ServiceId): Promise<readonly string[]> =>
  (await registry.listStaticIps(id.project)).flatMap(({ service_name: service, static_ip_address_id: address }) =>
    service === id.service ? [address] : [],
  );

/** What becomes of all that hangs on a fork. @throws RegistryUnreachableError, RequestRefusedError */
export const whatGoes = async (registry: Asked, id: ServiceId, body: ServiceBody): Promise<WhatGoes> => ({
  integrations: body.service_integrations.map(
    ({ description, integration_type: type }) =>
      [description, type].find((words) => typeof words === 'string') ?? 'an integration',
  ),
  own: await notInSource(registry, id, body),
  addresses: await addressesOf(registry, id),
});

const notInSource = async (registry: Asked, id: ServiceId, { forkcast }: ServiceBody): Promise<readonly string[]> => {
  const from = forkcast?.lineage;
  if (!from) return [];
  const [held, source] = await Promise.all([
    registry.contents(id.project, id.service),
    registry.contents(from.source_project, from.source_service).catch(unlessRefused),
  ]);
  if (source === undefined) return [];
  const more = (word: string, kind: 'databases' | 'users' | 'connection_pools'): readonly string[] =>
    held[kind].filter((name) => !source[kind].includes(name)).map((name) => `${word} ${name}`);
  return [...more('database', 'databases'), ...more('user', 'users'), ...more('connection pool', 'connection_pools')];
};

/** A source that may not be looked into tells nothing. */
const unlessRefused = (error: unknown): undefined => {
  if (error instanceof RequestRefusedError) return undefined;
  throw error;
};
