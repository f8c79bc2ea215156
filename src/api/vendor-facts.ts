import { pathPart } from './path';
import * as z from 'zod/mini';
import {
  FactSourceError,
  defaultCatalogue,
  serviceKey,
  unpublishedFacts,
  type Cloud,
  type EpochMs,
  type Facts,
  type ProjectFacts,
} from '../domain';
import { backups } from './operations/backups';
import { clouds } from './operations/catalogue';
import type { RegistryClient } from './client';
import { projectsAnswer, servicesAnswer } from './vendor-answers';
import { readServiceFacts } from './vendor-service';

/** What facts are read with. */
export interface VendorFactsOptions {
  /** Where they come from, as `FORKCAST_REGISTRY` names it. */
  readonly origin: string;
  /** The clock on the wall: the vendor tells no time of its own. */
  readonly now: EpochMs;
}

/** Most projects and services that are read: more would be a mistake, or a burden. */
const [mostProjects, mostServices] = [200, 5_000];

/** How many answers are awaited at once. */
const atOnce = 4;

/**
 * Facts from answers that the vendor gives too, by GET alone: projects, their clouds, their services, and the backups of each. What
 * only a registry of ours tells is left open: lineage beyond the fork keys, owners, terminated services and outages.
 * @throws FactSourceError when an answer lacks what is needed or there is too much; RequestRefusedError when one is refused
 */
export const vendorFacts = async (
  client: Pick<RegistryClient, 'call'>,
  { origin, now }: VendorFactsOptions,
): Promise<Facts> => {
  const read = async <T>(schema: z.ZodMiniType<T>, path: string): Promise<T> => {
    const parsed = schema.safeParse(await client.call('GET', path));
    if (parsed.success) return parsed.data;
    throw new FactSourceError(origin, `the answer to GET ${path} is not one of this API.`);
  };
  const { projects } = await read(projectsAnswer(), '/v1/project');
  if (projects.length > mostProjects) throw tooMuch(origin, 'projects', mostProjects);
  const names = projects.map((project) => project.project_name);
  const inProject = (project: string, rest: string) => `/v1/project/${pathPart(project)}/${rest}`;
  const answers = await mapConcurrently(names, (name) => read(clouds(), inProject(name, 'clouds')));
  const found = (
    await mapConcurrently(names, async (project) => {
      const { services } = await read(servicesAnswer(), inProject(project, 'service'));
      return services.map((service) => ({ project, service }));
    })
  ).flat();
  if (found.length > mostServices) throw tooMuch(origin, 'services', mostServices);
  const services = await mapConcurrently(found, async ({ project, service }) => {
    const path = inProject(project, `service/${pathPart(service.service_name)}/backups`);
    return readServiceFacts(project, service, await read(backups(), path), now);
  });
  return {
    origin,
    now,
    projects: new Map(projects.map((project) => [project.project_name, readProjectFacts(project)])),
    services: new Map(services.map((facts) => [serviceKey(facts), facts])),
    terminated: new Map(),
    catalogue: {
      ...defaultCatalogue,
      clouds: new Map([...customClouds(answers.flatMap((answer) => answer.clouds)), ...defaultCatalogue.clouds]),
    },
    outages: [],
    unpublished: unpublishedFacts,
  };
};

const tooMuch = (origin: string, what: string, most: number): FactSourceError =>
  new FactSourceError(origin, `it has more than ${most} ${what}. Use a token that reaches fewer.`);

const mapConcurrently = async <T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const answers: R[] = [];
  for (let first = 0; first < items.length; first += atOnce) {
    answers.push(...(await Promise.all(items.slice(first, first + atOnce).map(ask))));
  }
  return answers;
};

const readProjectFacts = (project: z.infer<ReturnType<typeof projectsAnswer>>['projects'][number]): ProjectFacts => ({
  name: project.project_name,
  organization: project.forkcast?.organization ?? project.organization_id ?? project.account_id ?? '',
  defaultCloud: project.default_cloud ?? '',
});

const customClouds = (clouds: readonly { readonly cloud_name: string }[]): readonly (readonly [string, Cloud])[] =>
  clouds.map(({ cloud_name: name }) => [name, { name, provider: 'custom', geoRegion: 'unknown' }]);
