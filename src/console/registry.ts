import * as z from 'zod/mini';
import { ContractBrokenError, RequestRefusedError, type AnswerOf, type Contract, type RegistryClient } from '../api';
import { once, schemaFault, type JsonObject } from '../domain';

const text = z.string();
const maybeText = z.nullable(text);

const changes = once(() =>
  z.object({
    version: text,
    now: text,
    clock_mode: z.enum(['real', 'frozen', 'factor']),
    reload: z.boolean(),
    services: z.array(z.object({ project: text, service_name: text })),
    projects: z.array(text),
  }),
);
export type Changes = Readonly<z.infer<ReturnType<typeof changes>>>;

const history = once(() =>
  z.object({
    entries: z.array(
      z.object({
        kind: text,
        at: text,
        until: z.optional(maybeText),
        before: z.optional(maybeText),
        after: z.optional(maybeText),
        before_mb: z.optional(z.number()),
        after_mb: z.optional(z.number()),
        cloud_name: z.optional(text),
        enabled: z.optional(z.boolean()),
        state: z.optional(text),
        stack: z.optional(maybeText),
        path: z.optional(maybeText),
        how: z.optional(text),
      }),
    ),
    next: maybeText,
  }),
);
export type HistoryEntry = Readonly<z.infer<ReturnType<typeof history>>['entries'][number]>;

const lag = once(() =>
  z.object({
    from: text,
    until: text,
    resolution: text,
    regions: z.array(
      z.object({
        cloud_name: text,
        from: text,
        until: text,
        points: z.array(z.object({ at: text, lag_seconds: z.number() })),
      }),
    ),
  }),
);
type LagAnswer = Readonly<z.infer<ReturnType<typeof lag>>>;

const spellings = once(() => z.object({ typescript: text, hcl: text, cli: text, curl: text }));
export type Spellings = Readonly<z.infer<ReturnType<typeof spellings>>>;

const takeover = once(() => z.object({ typescript: text, hcl: text, cli: text }));

const who = once(() =>
  z.object({ real_name: text, project_membership: z.record(text, text), projects: z.array(text) }),
);

/** Who asks, and what they may do in each project. */
type Who = Readonly<z.infer<ReturnType<typeof who>>>;

export const read = async <T>(schema: z.ZodMiniType<T>, path: string, answer: Promise<unknown>): Promise<T> => {
  const parsed = schema.safeParse(await answer, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new ContractBrokenError(path, schemaFault(parsed.error, 'the body'));
};

const own = (project: string, service: string, what: string): string =>
  `/v1/forkcast/project/${encodeURIComponent(project)}/service/${encodeURIComponent(service)}/${what}`;

export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return search === '' ? path : `${path}?${search}`;
};

/** What has changed since a version; from a registry that does not tell, that time has passed. */
export const readChanges = async (client: RegistryClient, since: string | undefined): Promise<Changes> => {
  const path = withQuery('/v1/forkcast/changes', { since });
  try {
    return await read(changes(), path, client.call('GET', path));
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

/** A fork of a service, or a fork of one of its forks. */
export type Descendant = AnswerOf<Contract['DescendantsGet']>['descendants'][number];

/** What rules say of forks, for each interval of time that they say the same in. */
export type Judged = AnswerOf<Contract['ForkJudge']>;

/** All forks of a service, forks of forks among them. */
export const readDescendants = (
  client: RegistryClient,
  project: string,
  service: string,
): Promise<readonly Descendant[]> =>
  readPages(async (cursor) => {
    const query = { limit: '500', ...(cursor === undefined ? {} : { cursor }) };
    const { descendants, next } = await client.ask('DescendantsGet', { at: { project, service }, body: null, query });
    return { items: descendants, next };
  });

/** What happened to a service, oldest first. */
export const readHistory = (
  client: RegistryClient,
  project: string,
  service: string,
): Promise<readonly HistoryEntry[]> =>
  readPages(async (after) => {
    const path = withQuery(own(project, service, 'history'), { limit: '1000', cursor: after });
    const answer = await read(history(), path, client.call('GET', path));
    return { items: answer.entries, next: answer.next };
  });

/** The replication lag between two instants, in at most 500 points. */
export const readLag = (
  client: RegistryClient,
  { project, service }: { readonly project: string; readonly service: string },
  query: { readonly from: string; readonly until: string; readonly resolution?: string },
): Promise<LagAnswer> => {
  const path = withQuery(own(project, service, 'lag'), query);
  return read(lag(), path, client.call('GET', path));
};

/** The request for a fork as people keep it. */
export const readSpellings = (
  client: RegistryClient,
  project: string,
  service: string,
  body: JsonObject,
): Promise<Spellings> => {
  const path = own(project, service, 'fork-request');
  return read(spellings(), path, client.call('POST', path, body));
};

/** What takes a service that is nobody's into a stack. */
export const readTakeover = (client: RegistryClient, project: string, service: string) => {
  const path = own(project, service, 'takeover');
  return read(takeover(), path, client.call('GET', path));
};

/** Who asks. */
export const readWho = async (client: RegistryClient): Promise<Who> => {
  const { user } = await client.ask('UserInfo', { at: {}, body: null, query: null });
  return read(who(), 'GET /v1/me', Promise.resolve(user));
};
