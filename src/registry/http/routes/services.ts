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
  unsimulatedServiceFields,
  type ApiResponse,
  type OriginBody,
} from '../../../api';
import type { JsonObject, ServiceId, ServiceOrigin } from '../../../domain';
import type { MaintenanceAsked } from '../../commands';
import type { Registry, ServiceDetail } from '../../registry';
import { answered, onAccepted, onProject, onService, refused } from '../answer';
import { given } from '../../given';
import { missingEndpoint } from '../missing-endpoint';
import { route } from '../route';
import { bodyContext, serviceBody } from '../service-body';
import { integrationSpec } from './integration-spec';

/** How the registry answers operations on services and their tags. */
export const serviceRoutes = [
  route(serviceCreate, (registry, { parameters: { project }, body }) => {
    const objection = unsimulatedField(body) ?? missingEndpoint(registry, project, body.service_integrations ?? []);
    if (objection !== undefined) return objection;
    const { service_name: service } = body;
    const outcome = registry.execute({
      type: 'CreateService',
      project,
      service,
      serviceType: body.service_type,
      plan: body.plan,
      userConfig: body.user_config ?? {},
      ...given({
        cloud: body.cloud,
        diskSpaceMb: body.disk_space_mb,
        tags: body.tags,
        copyTags: body.copy_tags,
        terminationProtection: body.termination_protection,
        projectVpcId: body.project_vpc_id,
        staticIps: body.static_ips,
        integrations: body.service_integrations?.map(integrationSpec),
        origin: body.forkcast?.origin === undefined ? undefined : originOf(body.forkcast.origin),
        from: body.forkcast?.from,
        maintenance: windowOf(body.maintenance),
      }),
    });
    return onAccepted(outcome, () => oneService(registry, { project, service }));
  }),

  route(serviceList, (registry, { parameters: { project }, query }) => {
    const show = secretsIn(query);
    const services = registry.services(project);
    const context = bodyContext(registry);
    return onProject(registry, project, () =>
      answered({ services: (services ?? []).map((detail) => serviceBody(show(detail), context)) }),
    );
  }),

  route(serviceGet, (registry, { parameters, query }) =>
    onService(registry, parameters, (detail) =>
      answered({ service: serviceBody(secretsIn(query)(detail), bodyContext(registry)) }),
    ),
  ),

  route(serviceUpdate, (registry, { parameters, body }) => {
    const unsimulated = unsimulatedField(body);
    if (unsimulated !== undefined) return unsimulated;
    const outcome = registry.execute({
      type: 'UpdateService',
      ...idOf(parameters),
      ...given({
        plan: body.plan,
        cloud: body.cloud,
        diskSpaceMb: body.disk_space_mb,
        powered: body.powered,
        terminationProtection: body.termination_protection,
        userConfig: body.user_config,
        maintenance: windowOf(body.maintenance),
        origin: body.forkcast?.origin === undefined ? undefined : originOf(body.forkcast.origin),
      }),
    });
    return onAccepted(outcome, () => oneService(registry, parameters));
  }),

  route(serviceDelete, (registry, { parameters }) =>
    onAccepted(registry.execute({ type: 'TerminateService', ...idOf(parameters) }), () =>
      answered({ message: 'deleted' }),
    ),
  ),

  route(serviceResetCredentials, (registry, { parameters }) =>
    onService(registry, parameters, (detail) => {
      const username = detail.users.find((user) => user.kind === 'primary')?.username ?? '';
      const outcome = registry.execute({ type: 'ResetUserPassword', ...idOf(parameters), username });
      return onAccepted(outcome, () => oneService(registry, parameters));
    }),
  ),

  route(serviceMaintenanceStart, (registry, { parameters }) =>
    onService(registry, parameters, () => answered({ message: 'No maintenance updates are pending' })),
  ),

  route(serviceTagsList, (registry, { parameters }) =>
    onService(registry, parameters, (detail) => answered({ tags: detail.tags })),
  ),

  route(serviceTagsReplace, (registry, { parameters, body }) => replaceTags(registry, parameters, body.tags)),

  route(serviceTagsUpdate, (registry, { parameters, body }) =>
    onService(registry, parameters, (detail) => {
      const merged = Object.entries({ ...detail.tags, ...body.tags });
      const kept = merged.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
      return replaceTags(registry, parameters, Object.fromEntries(kept));
    }),
  ),
];

/** A live service as an answer, read again so that it shows what a command just changed. */
export const oneService = (registry: Registry, id: ServiceId): ApiResponse =>
  onService(registry, id, (detail) => answered({ service: serviceBody(detail, bodyContext(registry)) }));

/** The identity among the parameters of a path. */
export const idOf = ({ project, service }: ServiceId): ServiceId => ({ project, service });

/** Only who says so gets no passwords: the vendor's command line reads them without asking. */
const secretsIn =
  (query: { readonly include_secrets?: string | undefined }) =>
  (detail: ServiceDetail): ServiceDetail =>
    query.include_secrets === 'false'
      ? { ...detail, users: detail.users.map((user) => ({ ...user, password: '<redacted>' })) }
      : detail;

const windowOf = (
  maintenance: { readonly dow?: string | undefined; readonly time?: string | undefined } | null | undefined,
): MaintenanceAsked | undefined => (maintenance ? given(maintenance) : undefined);

const replaceTags = (registry: Registry, id: ServiceId, tags: Readonly<Record<string, string>>): ApiResponse =>
  onAccepted(registry.execute({ type: 'ReplaceTags', ...idOf(id), tags }), () => answered({ message: 'updated' }));

const originOf = (origin: OriginBody): ServiceOrigin => ({
  stack: origin.stack,
  path: origin.path,
  fingerprint: origin.fingerprint,
  latestTransaction: origin.latest_transaction,
});

const unsimulatedField = (body: object): ApiResponse | undefined => {
  const fields: JsonObject = Object.fromEntries(Object.entries(body));
  const field = unsimulatedServiceFields.find((name) => fields[name] !== undefined && fields[name] !== null);
  return field === undefined
    ? undefined
    : refused('operation_not_simulated', `The field ${field} is not simulated by this registry. Leave it out.`);
};
