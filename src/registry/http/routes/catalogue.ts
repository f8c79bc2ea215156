import {
  accountVersionList,
  cloudList,
  planList,
  planPriceGet,
  planSpecsGet,
  projectCloudList,
  projectTypeList,
  publicTypeList,
  typeGet,
  typeList,
  versionList,
  type ApiResponse,
} from '../../../api';
import { planKey, type ServiceType } from '../../../domain';
import type { Registry } from '../../registry';
import { answered, failed, onProject, refused } from '../answer';
import { cloudBody, planBody, planPriceBody, planSpecsBody, typeBody, versionBodies } from '../catalogue-bodies';
import { route } from '../route';

/** How the registry answers operations on what is on sale. */
export const catalogueRoutes = [
  route(cloudList, (registry) => clouds(registry)),
  route(projectCloudList, (registry, { parameters: { project } }) =>
    onProject(registry, project, () => clouds(registry)),
  ),
  route(publicTypeList, (registry) => typesWithPlans(registry)),
  route(projectTypeList, (registry, { parameters: { project } }) =>
    onProject(registry, project, () => typesWithPlans(registry)),
  ),
  route(typeList, (registry, { parameters: { project } }) =>
    onProject(registry, project, () => {
      const types = [...registry.catalogue().serviceTypes.values()].filter((type) => !type.legacy);
      return answered({ service_types: Object.fromEntries(types.map((type) => [type.name, typeBody(type)])) });
    }),
  ),
  route(typeGet, (registry, { parameters }) => onType(registry, parameters, (type) => answered(typeBody(type)))),
  route(planList, (registry, { parameters }) =>
    onType(registry, parameters, (type) => answered({ service_plans: plansOf(registry, type) })),
  ),
  route(planSpecsGet, (registry, { parameters }) =>
    onType(registry, parameters, (type) => {
      const plan = registry.catalogue().plans.get(planKey(type.name, parameters.plan));
      return plan === undefined
        ? failed(404, 'plan_unknown', `Plan ${parameters.plan} of service type ${type.name} is not known`)
        : answered(planSpecsBody(plan));
    }),
  ),
  route(planPriceGet, (registry, { parameters }) =>
    onType(registry, parameters, (type) => {
      const plan = registry.catalogue().plans.get(planKey(type.name, parameters.plan));
      if (plan === undefined || (plan.clouds !== 'all' && !plan.clouds.includes(parameters.cloud))) {
        return failed(
          404,
          'plan_unknown',
          `Plan ${parameters.plan} of ${type.name} is not sold in ${parameters.cloud}`,
        );
      }
      return registry.catalogue().clouds.has(parameters.cloud)
        ? answered(planPriceBody(plan, parameters.cloud))
        : failed(404, 'cloud_unknown', `Cloud ${parameters.cloud} is not known`);
    }),
  ),
  route(versionList, (registry) => versions(registry)),
  route(accountVersionList, (registry, { parameters: { account } }) =>
    registry.projects().some(({ organization }) => organization === account) ||
    registry.status().organizations.includes(account)
      ? versions(registry)
      : refused('organization_not_found', 'Account does not exist'),
  ),
];

const versions = (registry: Registry): ApiResponse =>
  answered({ service_versions: [...registry.catalogue().serviceTypes.values()].flatMap(versionBodies) });

const clouds = (registry: Registry): ApiResponse =>
  answered({ clouds: [...registry.catalogue().clouds.values()].map(cloudBody) });

const typesWithPlans = (registry: Registry): ApiResponse => {
  const types = [...registry.catalogue().serviceTypes.values()].filter((type) => !type.legacy);
  const bodies = types.map(
    (type) => [type.name, { ...typeBody(type), service_plans: plansOf(registry, type) }] as const,
  );
  return answered({ service_types: Object.fromEntries(bodies) });
};

const plansOf = (registry: Registry, type: ServiceType) => {
  const { plans, clouds: sold } = registry.catalogue();
  return [...plans.values()].filter((plan) => plan.type === type.name).map((plan) => planBody(plan, sold));
};

const onType = (
  registry: Registry,
  { project, type }: { readonly project: string; readonly type: string },
  answer: (type: ServiceType) => ApiResponse,
): ApiResponse =>
  onProject(registry, project, () => {
    const found = registry.catalogue().serviceTypes.get(type);
    return found === undefined
      ? failed(404, 'service_type_unknown', `Service type ${type} is not known`)
      : answer(found);
  });
