import { findAccount } from '../../accounts';
import { accountsIn } from '../account-bodies';
import type { catalogueOperations } from '../../../api';
import { planKey, type ServiceType } from '../../../domain';
import type { Registry } from '../../registry';
import { answered, failed, onProject, refused, type Reply } from '../answer';
import { cloudBody, planBody, planPriceBody, planSpecsBody, typeBody, versionBodies } from '../catalogue-bodies';
import type { Routes } from '../route';

/** How the registry answers operations on what is on sale. */
export const catalogueRoutes: Routes<typeof catalogueOperations> = {
  ListClouds: (registry) => clouds(registry),
  ListProjectClouds: (registry, { at }) => onProject(registry, at.project, () => clouds(registry)),
  ListPublicServiceTypes: (registry) => typesWithPlans(registry),
  ListProjectServiceTypes: (registry, { at }) => onProject(registry, at.project, () => typesWithPlans(registry)),
  ProjectServiceTypesList: (registry, { at }) =>
    onProject(registry, at.project, () => {
      const types = [...registry.catalogue().serviceTypes.values()].filter((type) => !type.legacy);
      return answered({ service_types: Object.fromEntries(types.map((type) => [type.name, typeBody(type)])) });
    }),
  ProjectServiceTypesGet: (registry, { at }) => onType(registry, at, (type) => answered(typeBody(type))),
  ProjectServicePlanList: (registry, { at }) =>
    onType(registry, at, (type) => answered({ service_plans: listPlans(registry, type) })),
  ProjectServicePlanSpecsGet: (registry, { at }) =>
    onType(registry, at, (type) => {
      const plan = registry.catalogue().plans.get(planKey(type.name, at.plan));
      return plan === undefined
        ? failed(404, 'plan_unknown', `Plan ${at.plan} of service type ${type.name} is not known`)
        : answered(planSpecsBody(plan));
    }),
  ProjectServicePlanPriceGet: (registry, { at }) =>
    onType(registry, at, (type) => {
      const plan = registry.catalogue().plans.get(planKey(type.name, at.plan));
      if (plan === undefined || (plan.clouds !== 'all' && !plan.clouds.includes(at.cloud))) {
        return failed(404, 'plan_unknown', `Plan ${at.plan} of ${type.name} is not sold in ${at.cloud}`);
      }
      return registry.catalogue().clouds.has(at.cloud)
        ? answered(planPriceBody(plan, at.cloud))
        : failed(404, 'cloud_unknown', `Cloud ${at.cloud} is not known`);
    }),
  ListServiceVersions: (registry) => versions(registry),
  AccountServiceVersions: (registry, { at }) =>
    findAccount(accountsIn(registry), at.account) !== undefined
      ? versions(registry)
      : refused('organization_not_found', 'Account does not exist'),
};

const versions = (registry: Registry) =>
  answered({ service_versions: [...registry.catalogue().serviceTypes.values()].flatMap(versionBodies) });

const clouds = (registry: Registry) => answered({ clouds: [...registry.catalogue().clouds.values()].map(cloudBody) });

const typesWithPlans = (registry: Registry) => {
  const types = [...registry.catalogue().serviceTypes.values()].filter((type) => !type.legacy);
  const bodies = types.map(
    (type) => [type.name, { ...typeBody(type), service_plans: listPlans(registry, type) }] as const,
  );
  return answered({ service_types: Object.fromEntries(bodies) });
};

const listPlans = (registry: Registry, type: ServiceType) => {
  const { plans, clouds: sold } = registry.catalogue();
  return [...plans.values()].filter((plan) => plan.type === type.name).map((plan) => planBody(plan, sold));
};

const onType = <Body>(
  registry: Registry,
  { project, type }: { readonly project: string; readonly type: string },
  answer: (type: ServiceType) => Reply<Body>,
): Reply<Body> =>
  onProject(registry, project, () => {
    const found = registry.catalogue().serviceTypes.get(type);
    return found === undefined
      ? failed(404, 'service_type_unknown', `Service type ${type} is not known`)
      : answer(found);
  });
