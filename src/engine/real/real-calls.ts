import { isRefused, type RegistryClient } from '../../api';
import { serviceKey, type Expectation, type ServiceId } from '../../domain';
import { adoptWords, letGoWords } from './adopt-words';
import { checkCreate, checkProject, checkUpdate } from './allowed';
import { RealForkRefusedError } from './errors';
import { betweenMs, makeFork } from './make-fork';
import { ownerTagsOf, readOwnerTags, withoutOwnerTags, writeOwnerTags } from './owner-tags';
import { shownConfig } from './shown-config';
import { openRealAccount, type RealAccount, type RealPorts } from './real-account';
import type { RealTerms } from './terms';

/** The calls of who makes, changes and ends services. */
type RealCalls = Pick<
  RegistryClient,
  'createService' | 'getService' | 'listServices' | 'updateService' | 'deleteService' | 'replaceTags' | 'changeOwner'
>;

/**
 * The same calls by the vendor's own words: whose a service is stands in tags of the request that makes it, and what a change takes for
 * granted is compared here, right before it. Between that GET and the request another may change it: that race remains.
 */
export const realCalls = (client: RegistryClient, terms: RealTerms, ports: RealPorts): RealCalls => {
  const account = openRealAccount(client, terms, ports);
  const { look, list, meant, dryRun, show, settling } = account;
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
        checkCreate(id, body, terms, ports.clock.now());
        const { owner } = forkcast ?? {};
        if (owner === undefined) throw new RealForkRefusedError(serviceKey(id), 'nobody is named whose it is to be.');
        const tags = { ...withoutOwnerTags(body.tags ?? {}), ...writeOwnerTags(id, owner) };
        const made = await makeFork(account, id, { ...body, tags });
        settling.start(id, made, 'made');
        return show(id, { ...made, state: 'REBUILDING' });
      }),
    updateService: async (project, service, { forkcast: _ours, ...body }, expect) => {
      const id = { project, service };
      checkUpdate(id, body, terms);
      const found = await meant(id, expect);
      if (Object.keys(body).length === 0) return show(id, found);
      dryRun('PUT', `/v1/project/${project}/service/${service}`, {
        ...body,
        ...shownConfig(found.service_type, body),
      });
      const changed = await client.updateService(project, service, body);
      settling.start(id, changed, 'changed');
      return show(id, changed);
    },
    replaceTags: async (project, service, tags, expect) => {
      checkProject({ project, service }, terms);
      const { tags: live } = await meant({ project, service }, expect);
      const all = { ...tags, ...ownerTagsOf(live) };
      dryRun('PUT', `/v1/project/${project}/service/${service}/tags`, { tags: all });
      await client.replaceTags(project, service, all);
    },
    deleteService: (project, service, expect) => endFork(account, { project, service }, expect),
    changeOwner: async (project, service, { owner }) => {
      const id = { project, service };
      const found = await look(id);
      if (found !== undefined && owner !== null && readOwnerTags(id, found)?.id === owner.id) return show(id, found);
      throw new RealForkRefusedError(serviceKey(id), owner === null ? letGoWords : adoptWords(id, owner.id));
    },
  };
};

const mostTries = 5;

/** Ends the fork that is meant, seen right before each request. What waits for another is asked again. */
const endFork = async (
  { client, terms, meant, dryRun, settling, sleep }: RealAccount,
  id: ServiceId,
  expect: Expectation | undefined,
): Promise<void> => {
  const { project, service } = id;
  checkProject(id, terms);
  for (let tries = 1; ; tries += 1) {
    const found = await meant(id, expect);
    if (found.termination_protection) {
      const why = 'it is protected against termination, and that is never taken off from here.';
      throw new RealForkRefusedError(serviceKey(id), why);
    }
    dryRun('DELETE', `/v1/project/${project}/service/${service}`);
    try {
      await client.deleteService(project, service);
      settling.end(id);
      return;
    } catch (error) {
      const isWaiting = [409, 417, 429].some((status) => isRefused(error, status));
      if (!isWaiting || tries === mostTries) throw error;
      await sleep(betweenMs);
    }
  }
};

/** Two creates of one process never count the same forks. */
const oneAfterAnother = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
};
