import { withoutNulls } from './null-fields';
import { pathPart } from './path';
import * as z from 'zod/mini';
import {
  FactSourceError,
  defaultCatalogue,
  schemaFault,
  serviceKey,
  unpublishedFacts,
  type Cloud,
  type EpochMs,
  type Facts,
  type ProjectFacts,
  type ServiceId,
} from '../domain';
import { backups, type BackupsBody } from './operations/backups';
import { clouds } from './operations/catalogue';
import { isRefused, RequestRefusedError } from './errors';
import { goesOn } from './goes-on';
import { requestsPerMinute } from './pace';
import type { ApiResponse } from './transport';
import { projectsAnswer, serviceAnswer, servicesAnswer, type VendorService } from './vendor-answers';
import { readServiceFacts } from './vendor-service';

/** All that facts are read with: it can ask, and change nothing. */
export interface FactsReader {
  /** `isKept`: it was asked before, and nothing was sent. */
  readonly get: (path: string) => Promise<ApiResponse & { readonly isKept?: true }>;
}

/** What facts are read with. */
export interface VendorFactsOptions {
  /** Where they come from, as `FORKCAST_REGISTRY` names it. */
  readonly origin: string;
  /** The clock on the wall, where no answer has a date. */
  readonly now: EpochMs;
  /** The services that are judged, and what they are made from: only their projects are read, and only their backups. @default all */
  readonly only?: readonly ServiceId[] | undefined;
  /** Most requests that are sent. @default 5000 */
  readonly mostRequests?: number | undefined;
  /** Takes what is said of the reading: its cost, the clock, and what may not be read. @default nobody */
  readonly log?: ((line: string) => void) | undefined;
}

/** How many answers are awaited at once. */
const atOnce = 4;
/** From here on the cost is said before. */
const worthSaying = 100;

/** Whether a registry that refuses a snapshot so is to be read as the vendor's is. */
export const isVendorAnswer = (error: unknown): boolean =>
  error instanceof RequestRefusedError && [400, 403, 404, 405].includes(error.status);

/**
 * Facts from answers that the vendor gives too, by GET alone: projects, their clouds, their services, and the backups of those that
 * are asked about. What it does not publish is named in the facts, so that no verdict rests on it. A project that the token may not
 * read is hidden, not absent.
 * @throws FactSourceError when an answer lacks what is needed or there is too much; RequestRefusedError when one is refused
 */
export const vendorFacts = async (reader: FactsReader, options: VendorFactsOptions): Promise<Facts> => {
  const { origin, now: wallNow, only, mostRequests = 5_000, log = () => undefined } = options;
  const { read, spent } = countReads(reader, origin, mostRequests);
  const named = only === undefined ? undefined : new Set(only.map(({ project }) => project));
  const { answer, isPart } = await read(projectsAnswer(), '/v1/project');
  const all = answer.projects;
  if (isPart) log(`note: the list of projects ${pageWords}: a project that is not on the first is undecided.`);
  const wanted = all.filter(({ project_name: name }) => named === undefined || named.has(name));
  const { shown, refused } = await readProjects(wanted, read, log);
  const { found, unreadable } = readEach(
    shown.map(({ project, services }) => ({ project: project.project_name, services })),
    log,
  );
  const keys = only === undefined ? undefined : new Set(only.map(serviceKey));
  const isWanted = (one: Found): boolean => keys === undefined || keys.has(nameFound(one));
  const cost = found.filter(isWanted).length;
  if (cost >= worthSaying) log(costNote(origin, cost));
  const services = await mapConcurrently(found, async (one) => {
    const kept = isWanted(one) ? await readBackups(one, read, log) : { backups: [] };
    if (kept === undefined) unreadable.push(nameFound(one));
    else return [readServiceFacts(one.project, one.service, kept, spent().date ?? wallNow)];
    return [];
  });
  const { requests, date: now = wallNow } = spent();
  const skewMs = Math.abs(now - wallNow);
  const skew = `its clock is ${Math.round(skewMs / 1_000)} s off this machine's`;
  if (requests > 0) log(`note: ${origin} was read with ${requests} GET requests; ${skew}`);
  return {
    origin,
    now,
    projects: new Map(
      all
        .filter(({ project_name: name }) => !refused.has(name))
        .map((project) => [project.project_name, readProjectFacts(project)]),
    ),
    services: new Map(services.flat().map((facts) => [serviceKey(facts), facts])),
    catalogue: {
      ...defaultCatalogue,
      clouds: new Map([...customClouds(shown.flatMap(({ offered }) => offered)), ...defaultCatalogue.clouds]),
    },
    unpublished: unpublishedFacts,
    ...(refused.size > 0 || isPart ? { partial: true as const } : {}),
    ...(unreadable.length > 0 ? { unreadable } : {}),
    ...(skewMs < leastSkewMs ? {} : { skewMs }),
  };
};

const costNote = (origin: string, cost: number): string =>
  `note: ${origin} is read with ${cost} more requests, about ${Math.ceil(cost / requestsPerMinute)} min under its limit`;

/** Answers by their schemas; how many requests that took, and the latest date of an answer. */
const countReads = (reader: FactsReader, origin: string, mostRequests: number) => {
  let [asked, requests, date] = [0, 0, 0];
  const read: Read = async (schema, path) => {
    if ((asked += 1) > mostRequests) {
      const why = `it would take more than ${mostRequests} requests. Raise --max-requests, or name fewer services.`;
      throw new FactSourceError(origin, why);
    }
    const response = await reader.get(path);
    if (response.isKept !== true) requests += 1;
    date = Math.max(date, response.date ?? 0);
    const parsed = schema.safeParse(withoutNulls(schema, response.body));
    if (parsed.success) return { answer: parsed.data, isPart: goesOn(response.body) };
    throw new FactSourceError(origin, `the answer to GET ${path} is not one of this API.`);
  };
  return { read, spent: () => ({ requests, ...(date === 0 ? {} : { date }) }) };
};

/** `isPart`: what is missing in the answer may be on a page after it, which is not read. */
type Read = <T>(schema: z.ZodMiniType<T>, path: string) => Promise<{ readonly answer: T; readonly isPart: boolean }>;
type Project = z.infer<ReturnType<typeof projectsAnswer>>['projects'][number];

const inProject = (project: string, rest: string): string => `/v1/project/${pathPart(project)}/${rest}`;

/** The clouds and services of each project; those that the token may not read are told of. */
const readProjects = async (wanted: readonly Project[], read: Read, log: (line: string) => void) => {
  const refused = new Set<string>();
  const answers = await mapConcurrently(wanted, async (project) => {
    const { project_name: name } = project;
    try {
      const offered = await read(clouds(), inProject(name, 'clouds'));
      const services = await read(servicesAnswer(), inProject(name, 'service?include_secrets=false'));
      if (!offered.isPart && !services.isPart)
        return [{ project, offered: offered.answer.clouds, services: services.answer.services }];
      const what = offered.isPart ? 'clouds' : 'services';
      log(`note: the list of ${what} of project ${name} ${pageWords}: what is there is undecided.`);
      refused.add(name);
      return [];
    } catch (error) {
      if (!isRefused(error, 403)) throw error;
      log(
        `note: the token may not read project ${name} (403): what is there is undecided. It needs the permission to read services.`,
      );
      refused.add(name);
      return [];
    }
  });
  return { shown: answers.flat(), refused };
};

const pageWords = 'comes in pages, which are not read';

/** The backups of a service; undefined: they may not be read, or not as a whole, or it has ended meanwhile, and that is told. */
const readBackups = async (
  { project, service: { service_name: service } }: Found,
  read: Read,
  log: (line: string) => void,
): Promise<BackupsBody | undefined> => {
  const name = serviceKey({ project, service });
  try {
    const { answer, isPart } = await read(backups(), inProject(project, `service/${pathPart(service)}/backups`));
    if (!isPart) return answer;
    log(`note: the list of backups of ${name} ${pageWords}: what rests on it is undecided.`);
  } catch (error) {
    if (!isRefused(error, 403) && !isRefused(error, 404)) throw error;
    log(`note: the backups of ${name} may not be read: what rests on it is undecided.`);
  }
  return undefined;
};

/** What can be read as a service; of others no more than the name is known, and that is told. */
const readEach = (
  lists: readonly { readonly project: string; readonly services: readonly { readonly service_name: string }[] }[],
  log: (line: string) => void,
) => {
  const found: Found[] = [];
  const unreadable: string[] = [];
  for (const { project, services } of lists) {
    for (const service of services) {
      const parsed = serviceAnswer().safeParse(service, { reportInput: true });
      if (parsed.success) found.push({ project, service: parsed.data });
      else {
        const name = serviceKey({ project, service: service.service_name });
        unreadable.push(name);
        log(
          `note: ${name} cannot be read, so what rests on it is undecided: ${schemaFault(parsed.error, 'the service')}`,
        );
      }
    }
  }
  return { found, unreadable };
};

/** The header has whole seconds, and an answer takes a while. */
const leastSkewMs = 2_000;

interface Found {
  readonly project: string;
  readonly service: VendorService;
}

const nameFound = ({ project, service }: Found): string => serviceKey({ project, service: service.service_name });

const mapConcurrently = async <T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const answers: R[] = [];
  for (let first = 0; first < items.length; first += atOnce) {
    answers.push(...(await Promise.all(items.slice(first, first + atOnce).map(ask))));
  }
  return answers;
};

const readProjectFacts = (project: Project): ProjectFacts => ({
  name: project.project_name,
  organization: project.organization_id ?? project.account_id ?? '',
  defaultCloud: project.default_cloud ?? '',
});

const customClouds = (clouds: readonly { readonly cloud_name: string }[]): readonly (readonly [string, Cloud])[] =>
  clouds.map(({ cloud_name: name }) => [name, { name, provider: 'custom', geoRegion: 'unknown' }]);
