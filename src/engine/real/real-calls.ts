import {
  isRefused,
  RequestRefusedError,
  type RegistryClient,
  type ServiceBody,
  type ServiceCreateBody,
} from '../../api';
import { serviceKey, toRfc3339, withoutSecrets, type Clock, type JsonValue, type ServiceId } from '../../domain';
import { isUncertain } from '../uncertain';
import { checkCount, checkCreate, checkUpdate, isMeant } from './allowed';
import { DryRunError, RealForkRefusedError } from './errors';
import { makeSettling, type Settling } from './settling';
import { ownerTagsOf, readOwnerTags, withoutOwnerTags, writeOwnerTags } from './owner-tags';
import type { RealTerms } from './terms';

/** What calls at a real account touch of the outside world. */
export interface RealPorts {
  readonly clock: Clock;
  /** Resolves after that many milliseconds. Never rejects. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** The calls of who makes, changes and ends services, at a real account. */
export type RealCalls = Pick<
  RegistryClient,
  'createService' | 'getService' | 'listServices' | 'updateService' | 'deleteService' | 'replaceTags' | 'changeOwner'
>;

/** Looks after an answer that was lost, and repetitions of what was surely not done, with what is waited between them. */
const [mostLooks, mostTries, betweenMs] = [12, 5, 5_000];

/**
 * The same calls by the vendor's own words: whose a service is stands in tags of the request that makes it, and what a change takes for
 * granted is compared here, right before it. Between that GET and the request another may change it: that race remains.
 */
export const realCalls = (client: RegistryClient, terms: RealTerms, { clock, sleep }: RealPorts): RealCalls => {
  const settling = makeSettling(clock);
  const look = async (id: ServiceId): Promise<ServiceBody | undefined> => {
    const include_secrets = settling.has(id) ? 'true' : 'false';
    const found = await unlessHidden(settling, id, () =>
      client.find('ServiceGet', {
        at: { project: id.project, service: id.service },
        body: null,
        query: { include_secrets },
      }),
    );
    return settling.seen(id, found?.service);
  };
  const list = async (project: string): Promise<readonly ServiceBody[]> =>
    (await client.ask('ServiceList', { at: { project }, body: null, query: { include_secrets: 'false' } })).services;
  const dryRun = (method: string, path: string, body?: JsonValue): void => {
    if (!terms.dryRun) return;
    const text = body === undefined ? '' : `\n${JSON.stringify(body, null, 2)}`;
    throw new DryRunError(`${method} ${client.target}${path}${text}`);
  };
  const show = (id: ServiceId, body: ServiceBody): ServiceBody => asOwned(id, body, toRfc3339(clock.now()));
  /** @throws RequestRefusedError (404, 412) as a registry of ours does */
  const meant = async (id: ServiceId, expect: Parameters<typeof isMeant>[2] = {}): Promise<ServiceBody> => {
    const found = await look(id);
    if (found === undefined) throw new RequestRefusedError(404, '', `Service ${serviceKey(id)} does not exist.`);
    if (isMeant(id, found, expect)) return found;
    throw new RequestRefusedError(
      412,
      '',
      `${serviceKey(id)} is not the service that was meant: its tags or its time of creation differ.`,
    );
  };

  /** @throws RealForkRefusedError, and 409 for a name that is taken */
  const checkRoom = async (id: ServiceId): Promise<void> => {
    const forks: string[] = [];
    for (const project of new Set([id.project, ...terms.projects])) {
      for (const body of await list(project)) {
        const other = { project, service: body.service_name };
        if (serviceKey(other) === serviceKey(id))
          throw new RequestRefusedError(409, 'service_exists', `Service ${serviceKey(id)} exists already.`);
        if (readOwnerTags(other, body) !== undefined) forks.push(serviceKey(other));
      }
    }
    checkCount(id, forks, terms);
  };

  /** Asks for it once it is surely not there; an answer that was lost is looked for before it counts as failed. */
  const make = async (id: ServiceId, body: ServiceCreateBody): Promise<ServiceBody> => {
    for (let tries = 1; ; tries += 1) {
      await checkRoom(id);
      dryRun('POST', `/v1/project/${id.project}/service`, withoutShownSecrets(body));
      try {
        return await client.createService(id.project, body);
      } catch (error) {
        const found = isUncertain(error) ? await lookFor(id, body) : undefined;
        if (found !== undefined) return found;
        if (!isNotDone(error) || tries === mostTries) throw error;
        await sleep(betweenMs);
      }
    }
  };

  const lookFor = async (id: ServiceId, { tags = {} }: ServiceCreateBody): Promise<ServiceBody | undefined> => {
    const owner = readOwnerTags(id, { tags })?.id;
    for (let looks = 1; looks <= mostLooks; looks += 1) {
      await sleep(betweenMs);
      try {
        const found = (await list(id.project)).find((body) => body.service_name === id.service);
        if (found !== undefined) return readOwnerTags(id, found)?.id === owner ? found : undefined;
      } catch (error) {
        if (!isUncertain(error) && !isNotDone(error)) throw error;
      }
    }
    return undefined;
  };

  const alone = oneAfterAnother();
  return {
    getService: async (project, service) => {
      const id = { project, service };
      const found = await look(id);
      return found === undefined ? undefined : show(id, found);
    },
    listServices: async (project) =>
      (await list(project)).map((body) => show({ project, service: body.service_name }, body)),
    createService: (project, { forkcast, ...body }) =>
      alone(async () => {
        const id = { project, service: body.service_name };
        checkCreate(id, body, terms, clock.now());
        const { owner } = forkcast ?? {};
        if (owner === undefined) throw new RealForkRefusedError(serviceKey(id), 'nobody is named whose it is to be.');
        const ownerTags = writeOwnerTags(id, {
          ...owner,
          workspace: owner.workspace ?? null,
          host: owner.host ?? null,
        });
        const made = await make(id, { ...body, tags: { ...withoutOwnerTags(body.tags ?? {}), ...ownerTags } });
        settling.start(id, made, 'made');
        return show(id, { ...made, state: 'REBUILDING' });
      }),
    updateService: async (project, service, { forkcast: _ours, ...body }, expect) => {
      const id = { project, service };
      checkUpdate(id, body, terms);
      const found = await meant(id, expect);
      if (Object.keys(body).length === 0) return show(id, found);
      dryRun('PUT', `/v1/project/${project}/service/${service}`, body);
      const changed = await client.updateService(project, service, body);
      settling.start(id, changed, 'changed');
      return show(id, changed);
    },
    replaceTags: async (project, service, tags, expect) => {
      const { tags: live } = await meant({ project, service }, expect);
      const all = { ...tags, ...ownerTagsOf(live) };
      dryRun('PUT', `/v1/project/${project}/service/${service}/tags`, { tags: all });
      await client.replaceTags(project, service, all);
    },
    deleteService: async (project, service, expect) => {
      const id = { project, service };
      for (let tries = 1; ; tries += 1) {
        const found = await meant(id, expect);
        if (found.termination_protection)
          throw new RealForkRefusedError(
            serviceKey(id),
            'it is protected against termination, and that is never taken off from here.',
          );
        dryRun('DELETE', `/v1/project/${project}/service/${service}`);
        try {
          await client.deleteService(project, service);
          settling.end(id);
          return;
        } catch (error) {
          const isWaiting = isRefused(error, 409) || isRefused(error, 417) || isRefused(error, 429);
          if (!isWaiting || tries === mostTries) throw error;
          await sleep(betweenMs);
        }
      }
    },
    changeOwner: async (project, service, { owner }) => {
      const id = { project, service };
      const found = await look(id);
      if (found !== undefined && owner !== null && readOwnerTags(id, found)?.id === owner.id) return show(id, found);
      throw new RealForkRefusedError(serviceKey(id), adoptWords(id, owner));
    },
  };
};

/** Nothing was done: there were too many requests. */
const isNotDone = (error: unknown): boolean => isRefused(error, 429);

/** A 403 right after the create says no more than a 404. */
const unlessHidden = async <T>(settling: Settling, id: ServiceId, ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (isRefused(error, 403) && settling.isUnseen(id)) return undefined;
    throw error;
  }
};

/** The service in the words of a registry that knows owners. What nobody publishes is not there. */
const asOwned = (id: ServiceId, body: ServiceBody, now: string): ServiceBody => {
  const owner = readOwnerTags(id, body);
  return {
    ...body,
    tags: withoutOwnerTags(body.tags),
    forkcast: {
      incarnation: 1,
      running_at: null,
      first_backup_at: body.backups[0]?.backup_time ?? '9999-01-01T00:00:00Z',
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

const adoptWords = (id: ServiceId, owner: { readonly id: string } | null): string => {
  if (owner === null) return 'whose it is stands in its tags; take them off with the tools of the vendor.';
  const tags = writeOwnerTags(id, { id: owner.id, stack: '', path: '', workspace: null, host: null });
  const words = Object.entries(tags).map(([name, value]) => `--add-tag ${name}=${value}`);
  return (
    'whose it is stands in its tags, which are written when it is made and never later. To adopt it, write them with the tools of the vendor:\n' +
    `  avn service tags update ${id.service} --project ${id.project} ${words.join(' ')}\n`
  );
};

const withoutShownSecrets = (body: ServiceCreateBody): JsonValue => ({
  ...body,
  user_config: withoutSecrets(body.service_type, body.user_config ?? {}),
});

/** Two creates of one process never count the same forks. */
const oneAfterAnother = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
};
