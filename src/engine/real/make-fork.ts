import { type SentTo, isRefused, RequestRefusedError, type ServiceBody } from '../../api';
import { serviceKey, type ServiceId } from '../../domain';
import { isUncertain } from '../uncertain';
import { checkCount } from './allowed';
import { shownConfig } from './shown-config';
import { readOwnerTags } from './owner-tags';
import type { RealAccount } from './real-account';

/** Looks after an answer that was lost, tries of what was surely not done, and what is waited between two. */
const [mostLooks, mostTries] = [12, 5];
export const betweenMs = 5_000;

/**
 * Asks for a fork once it is surely not there; an answer that was lost, or an error, is looked for before it counts as failed.
 * @throws RealForkRefusedError, RequestRefusedError (409 for a name that is taken)
 */
export const makeFork = async (
  account: RealAccount,
  id: ServiceId,
  body: SentTo<'ServiceCreate'>,
): Promise<ServiceBody> => {
  const { client, dryRun, sleep } = account;
  for (let tries = 1; ; tries += 1) {
    await checkRoom(account, id);
    dryRun('POST', `/v1/project/${id.project}/service`, { ...body, ...shownConfig(body.service_type, body) });
    try {
      return await client.createService(id.project, body);
    } catch (error) {
      const found = isUncertain(error) ? await lookFor(account, id, body) : undefined;
      if (found !== undefined) return found;
      if (!isNotDone(error) || tries === mostTries) throw error;
      await sleep(betweenMs);
    }
  }
};

const checkRoom = async ({ list, terms }: RealAccount, id: ServiceId): Promise<void> => {
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

const lookFor = async (
  { list, sleep }: RealAccount,
  id: ServiceId,
  { tags = {} }: SentTo<'ServiceCreate'>,
): Promise<ServiceBody | undefined> => {
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

/** Nothing was done: there were too many requests. */
const isNotDone = (error: unknown): boolean => isRefused(error, 429);
