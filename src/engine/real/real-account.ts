import { isRefused, RequestRefusedError, type RegistryClient, type ServiceBody } from '../../api';
import { serviceKey, toRfc3339, type Clock, type Expectation, type JsonValue, type ServiceId } from '../../domain';
import { isMeant } from './allowed';
import { DryRunError } from './errors';
import { readOwnerTags, withoutOwnerTags } from './owner-tags';
import { makeSettling, type Settling } from './settling';
import type { RealTerms } from './terms';

/** What calls at a real account touch of the outside world. */
export interface RealPorts {
  readonly clock: Clock;
  /** Resolves after that many milliseconds. Never rejects. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** A real account, as who makes forks there sees it. */
export interface RealAccount extends RealPorts {
  readonly client: RegistryClient;
  readonly terms: RealTerms;
  readonly settling: Settling;
  /** The service as the vendor answers it; undefined: it is not there. */
  readonly look: (id: ServiceId) => Promise<ServiceBody | undefined>;
  readonly list: (project: string) => Promise<readonly ServiceBody[]>;
  /** The service that is meant, seen right now. @throws RequestRefusedError (404, 412) as a registry of ours does */
  readonly meant: (id: ServiceId, expect: Expectation | undefined) => Promise<ServiceBody>;
  /** Stops where nothing is to be sent. @throws DryRunError with the request */
  readonly dryRun: (method: string, path: string, body?: JsonValue) => void;
  /** The service in the words of a registry that knows owners. */
  readonly show: (id: ServiceId, body: ServiceBody) => ServiceBody;
}

/** Nothing is asked before a call is made. */
export const openRealAccount = (client: RegistryClient, terms: RealTerms, ports: RealPorts): RealAccount => {
  const settling = makeSettling(ports.clock);
  const look = async ({ project, service }: ServiceId): Promise<ServiceBody | undefined> => {
    const id = { project, service };
    const query = { include_secrets: settling.has(id) ? 'true' : 'false' };
    const found = await unlessHidden(settling, id, () => client.find('ServiceGet', { at: id, body: null, query }));
    return settling.seen(id, found?.service);
  };
  return {
    ...ports,
    client,
    terms,
    settling,
    look,
    list: async (project) =>
      (await client.ask('ServiceList', { at: { project }, body: null, query: { include_secrets: 'false' } })).services,
    meant: async (id, expect = {}) => {
      const found = await look(id);
      if (found === undefined) throw new RequestRefusedError(404, '', `Service ${serviceKey(id)} does not exist.`);
      if (isMeant(id, found, expect)) return found;
      const why = 'is not the service that was meant: its tags or its time of creation differ.';
      throw new RequestRefusedError(412, '', `${serviceKey(id)} ${why}`);
    },
    dryRun: (method, path, body) => {
      if (!terms.dryRun) return;
      const text = body === undefined ? '' : `\n${JSON.stringify(body, null, 2)}`;
      throw new DryRunError(`${method} ${client.target}${path}${text}`);
    },
    show: (id, body) => asOwned(id, body, toRfc3339(ports.clock.now())),
  };
};

/** A 403 right after the create says no more than a 404. */
const unlessHidden = async <T>(settling: Settling, id: ServiceId, ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (isRefused(error, 403) && settling.isUnseen(id)) return undefined;
    throw error;
  }
};

/** A source without backups is waited for as long as it takes. */
const notYet = '9999-01-01T00:00:00Z';

/** What nobody publishes is not there. */
const asOwned = (id: ServiceId, body: ServiceBody, now: string): ServiceBody => {
  const owner = readOwnerTags(id, body);
  return {
    ...body,
    tags: withoutOwnerTags(body.tags),
    forkcast: {
      incarnation: 1,
      running_at: null,
      first_backup_at: body.backups[0]?.backup_time ?? notYet,
      now,
      clock_frozen: false,
      progress_percent: null,
      progress_phase: null,
      origin: null,
      lineage: null,
      manifest: null,
      fork_digest: null,
      ownership: {
        state: owner === undefined ? 'never' : 'held',
        owner: owner ?? null,
        since: owner === undefined ? null : body.create_time,
        by: null,
        fresh: null,
      },
    },
  };
};
