import {
  serviceCreate,
  serviceDelete,
  serviceGet,
  serviceList,
  serviceMaintenanceStart,
  serviceResetCredentials,
  serviceTagsList,
  serviceTagsReplace,
  serviceTagsUpdate,
  serviceUpdate,
  type ApiResponse,
} from '../../../api';
import { notSimulatedFields, notSimulatedNetworks, type JsonObject } from '../../../domain';
import type { ServiceDetail } from '../../registry';
import { answered, onAccepted, onService, refused } from '../answer';
import { askerOf, expectationOf } from '../owner-bodies';
import { route } from '../route';
import {
  allServices,
  createService,
  deleteService,
  idOf,
  oneService,
  replaceTags,
  updateService,
} from '../service-answers';
import { bodyContext, serviceBody } from '../service-body';

/** How the registry answers operations on services and their tags. */
export const serviceRoutes = [
  route(
    serviceCreate,
    (registry, { parameters: { project }, body, holder }) =>
      unsimulatedField(body) ?? createService(registry, project, body, askerOf(null, holder)),
  ),

  route(serviceList, (registry, { parameters: { project }, query }) =>
    allServices(registry, project, secretsIn(query)),
  ),

  route(serviceGet, (registry, { parameters, query }) =>
    onService(registry, parameters, (detail) =>
      answered({ service: serviceBody(secretsIn(query)(detail), bodyContext(registry)) }),
    ),
  ),

  route(
    serviceUpdate,
    (registry, { parameters, body, query, holder }) =>
      unsimulatedField(body) ??
      updateService(registry, idOf(parameters), body, { expect: expectationOf(query), by: askerOf(null, holder) }),
  ),

  route(serviceDelete, (registry, { parameters, query }) =>
    deleteService(registry, idOf(parameters), { expect: expectationOf(query) }),
  ),

  route(serviceResetCredentials, (registry, { parameters }) =>
    onService(registry, parameters, (detail) => {
      const username = detail.users.find((user) => user.kind === 'primary')?.username ?? '';
      const outcome = registry.execute({ type: 'ResetUserPassword', ...idOf(parameters), username });
      return onAccepted(outcome, () => oneService(registry, idOf(parameters)));
    }),
  ),

  route(serviceMaintenanceStart, (registry, { parameters }) =>
    onService(registry, parameters, () => answered({ message: 'No maintenance updates are pending' })),
  ),

  route(serviceTagsList, (registry, { parameters }) =>
    onService(registry, parameters, (detail) => answered({ tags: detail.tags })),
  ),

  route(serviceTagsReplace, (registry, { parameters, body, query }) =>
    replaceTags(registry, idOf(parameters), body.tags, { expect: expectationOf(query) }),
  ),

  route(serviceTagsUpdate, (registry, { parameters, body }) =>
    onService(registry, parameters, (detail) => {
      const merged = Object.entries({ ...detail.tags, ...body.tags });
      const kept = merged.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
      return replaceTags(registry, idOf(parameters), Object.fromEntries(kept));
    }),
  ),
];

/** Only who says so gets no passwords: the vendor's command line reads them without asking. */
const secretsIn =
  (query: { readonly include_secrets?: string | undefined }) =>
  (detail: ServiceDetail): ServiceDetail =>
    query.include_secrets === 'false'
      ? { ...detail, users: detail.users.map((user) => ({ ...user, password: '<redacted>' })) }
      : detail;

/** What is asked of networks is part of the command, which is refused for it. */
const networks: readonly string[] = notSimulatedNetworks;
const refusedHere = Object.keys(notSimulatedFields).filter((name) => !networks.includes(name));

const unsimulatedField = (body: object): ApiResponse | undefined => {
  const fields: JsonObject = Object.fromEntries(Object.entries(body));
  const field = refusedHere.find((name) => fields[name] !== undefined && fields[name] !== null);
  return field === undefined
    ? undefined
    : refused('operation_not_simulated', `The field ${field} is not simulated by this registry. Leave it out.`);
};
