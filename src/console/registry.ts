import { RequestRefusedError, type AnswerOf, type Contract } from '../api';
import type { PageClient } from './client';

/** What has changed since a version. */
export type Changes = AnswerOf<Contract['ChangesGet']>;

/** Something that happened to a service. */
export type HistoryEntry = AnswerOf<Contract['ServiceHistory']>['entries'][number];

type LagAnswer = AnswerOf<Contract['ReplicationLag']>;

/** What has changed since a version; from a registry that does not tell, that time has passed. */
export const readChanges = async (client: PageClient, since: string | undefined): Promise<Changes> => {
  try {
    return await client.ask('ChangesGet', { at: {}, body: null, query: since === undefined ? {} : { since } });
  } catch (error) {
    if (!isUnserved(error)) throw error;
    const { now, mode } = await client.clock();
    return { version: now, now, clock_mode: mode, reload: now !== since, services: [], projects: [] };
  }
};

/** Whether a registry refused because it does not know the path: it is an older one, or somebody else's. */
export const isUnserved = (error: unknown): boolean =>
  error instanceof RequestRefusedError && error.status === 404 && error.refusalCode === 'path_unknown';

/** Pages of one list that are read at most. */
const mostPages = 20;

const readPages = async <T>(
  ask: (after: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>,
) => {
  const items: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await ask(after);
    items.push(...answer.items);
    if (answer.next === null) break;
    after = answer.next;
  }
  return items;
};

/** What rules say of forks, for each interval of time that they say the same in. */
export type Judged = AnswerOf<Contract['ForkJudge']>;

/** All forks of a service, forks of forks among them. */
export const readDescendants = (
  client: PageClient,
  project: string,
  service: string,
): Promise<AnswerOf<Contract['DescendantsGet']>['descendants']> =>
  readPages(async (cursor) => {
    const query = { limit: '500', ...(cursor === undefined ? {} : { cursor }) };
    const { descendants, next } = await client.ask('DescendantsGet', { at: { project, service }, body: null, query });
    return { items: descendants, next };
  });

/** What happened to a service, oldest first. */
export const readHistory = (client: PageClient, project: string, service: string): Promise<readonly HistoryEntry[]> =>
  readPages(async (cursor) => {
    const query = { limit: '500', ...(cursor === undefined ? {} : { cursor }) };
    const { entries, next } = await client.ask('ServiceHistory', { at: { project, service }, body: null, query });
    return { items: entries, next };
  });

/** The replication lag between two instants, in at most 500 points. */
export const readLag = (
  client: PageClient,
  at: { readonly project: string; readonly service: string },
  query: { readonly from: string; readonly until: string },
): Promise<LagAnswer> => client.ask('ReplicationLag', { at, body: null, query });

/** Who asks, and what they may do in each project. */
export const readWho = async (client: PageClient): Promise<AnswerOf<Contract['UserInfo']>['user']> => {
  const { user } = await client.ask('UserInfo', { at: {}, body: null, query: null });
  return user;
};
