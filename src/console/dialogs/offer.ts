import { toRfc3339 } from '../../domain';
import { useApp } from '../app';
import { useLoaded } from '../loaded';
import { isUnserved, type Judged } from '../registry';
import type { ServiceData } from '../service-data';
import { explainTrouble } from '../trouble';

/** What is on sale: the clouds, plans and projects to choose from. */
export const useOffer = (project: string, type: string) => {
  const { client } = useApp();
  return useLoaded(`offer ${project} ${type}`, async () => {
    const at = { project };
    const bare = { body: null, query: null } as const;
    const [{ clouds }, { service_plans }, projects] = await Promise.all([
      client.ask('ListProjectClouds', { ...bare, at }),
      client.ask('ProjectServicePlanList', { ...bare, at: { project, type } }),
      client.listProjects(),
    ]);
    return {
      clouds: clouds.map(({ cloud_name }) => cloud_name),
      plans: service_plans.flatMap(({ service_plan: name }) => (typeof name === 'string' ? [name] : [])),
      projects: projects.map(({ project_name }) => project_name),
    };
  });
};

/** Forks that are judged by one request. */
const mostTargets = 24;

type Reasons = Readonly<Record<'plan' | 'cloud', ReadonlyMap<string, string>>>;

const none: Reasons = { plan: new Map(), cloud: new Map() };

/** Why a fork cannot have a plan or a cloud, by the rules, of all that are on sale; nothing where a registry has no rules. */
export const useReasons = (
  { project, service, story }: ServiceData,
  target: string,
  offer: ReturnType<typeof useOffer>,
): Reasons => {
  const { client } = useApp();
  const { plans = [], clouds = [] } = offer.kind === 'ready' ? offer.value : {};
  const kind = story.lanes[0]?.backupsOnly === true ? 'latest-backup' : 'latest-transaction';
  const wishes = [...plans.map((plan) => ({ plan })), ...clouds.map((cloud) => ({ cloud }))];
  const name = service.service_name;
  const loaded = useLoaded(`reasons ${project}/${name} ${target} ${wishes.length}`, async () => {
    const told: Judged['targets'][number][] = [];
    try {
      for (let from = 0; from < wishes.length; from += mostTargets) {
        const targets = wishes
          .slice(from, from + mostTargets)
          .map((wish) => ({ ...wish, kind, project: target }) as const);
        const body = { reader: 'console' as const, instants: [toRfc3339(story.now)], targets };
        told.push(...(await client.ask('ForkJudge', { at: { project, service: name }, body, query: null })).targets);
      }
    } catch (error) {
      if (!isUnserved(error) && explainTrouble(error).code !== 'not_judged_here') throw error;
    }
    const reasonsOf = (options: readonly string[], first: number, attribute: RegExp): ReadonlyMap<string, string> =>
      new Map(
        options.flatMap((option, index) => {
          const found = told[first + index]?.findings.find(
            (one) => one.severity === 'error' && attribute.test(one.attribute),
          );
          return found === undefined ? [] : [[option, found.title] as const];
        }),
      );
    return { plan: reasonsOf(plans, 0, /^plan$/), cloud: reasonsOf(clouds, plans.length, /^cloud/) };
  });
  return loaded.kind === 'ready' ? loaded.value : none;
};
