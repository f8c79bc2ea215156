import type { serviceOperations } from '../../../api';
import { notSimulatedFields, notSimulatedNetwork, type JsonObject } from '../../../domain';
import { answered, onProject, onService, refused, type Refused } from '../answer';
import { nameAsker, readExpectation } from '../owner-bodies';
import { mergedTags } from '../merged-tags';
import { refuseSecrets, shownTo } from '../redaction';
import type { Routes } from '../route';
import { createService, deleteService, serviceIn, replaceTags, updateService } from '../service-answers';
import { bodyContext, serviceBody } from '../service-body';
import { resetUser } from './members';

/** How the registry answers operations on services and their tags. */
export const serviceRoutes: Routes<typeof serviceOperations> = {
  ServiceCreate: (registry, { part, body, holder }) =>
    unsimulatedField(body) ?? createService(registry, part('project'), body, nameAsker(null, holder)),

  ServiceList: (registry, { part, ...asked }) => {
    const objection = refuseSecrets(asked);
    if (objection !== undefined) return objection;
    const services = registry.services(part('project'));
    const context = bodyContext(registry);
    return onProject(registry, part('project'), () =>
      answered({ services: (services ?? []).map((detail) => serviceBody(shownTo(asked, detail), context)) }),
    );
  },

  ServiceGet: (registry, { part, ...asked }) =>
    refuseSecrets(asked) ??
    onService(registry, serviceIn(part), (detail) =>
      answered({ service: serviceBody(shownTo(asked, detail), bodyContext(registry)) }),
    ),

  ServiceUpdate: (registry, { part, body, query, holder }) =>
    unsimulatedField(body) ??
    updateService(registry, serviceIn(part), body, { expect: readExpectation(query), by: nameAsker(null, holder) }),

  ServiceDelete: (registry, { part, query }) =>
    deleteService(registry, serviceIn(part), { expect: readExpectation(query) }),

  ServiceResetCredentials: (registry, { part, body }) =>
    onService(registry, serviceIn(part), (detail) => {
      const username = detail.users.find((user) => user.kind === 'primary')?.username ?? '';
      return resetUser(registry, { ...serviceIn(part), username }, body?.new_password);
    }),

  ServiceMaintenanceStart: (registry, { part }) =>
    onService(registry, serviceIn(part), () => answered({ message: 'No maintenance updates are pending' })),

  ProjectServiceTagsList: (registry, { part }) =>
    onService(registry, serviceIn(part), (detail) => answered({ tags: detail.tags })),

  ProjectServiceTagsReplace: (registry, { part, body, query }) =>
    replaceTags(registry, serviceIn(part), body.tags, { expect: readExpectation(query) }),

  ProjectServiceTagsUpdate: (registry, { part, body }) =>
    onService(registry, serviceIn(part), (detail) =>
      replaceTags(registry, serviceIn(part), mergedTags(detail.tags, body.tags)),
    ),
};

/** What is asked of networks is part of the command, which is refused for it. */
const refusedHere = Object.keys(notSimulatedFields).filter((name) => name !== notSimulatedNetwork);

const unsimulatedField = (body: object): Refused | undefined => {
  const fields: JsonObject = Object.fromEntries(Object.entries(body));
  const field = refusedHere.find((name) => fields[name] !== undefined && fields[name] !== null);
  return field === undefined
    ? undefined
    : refused('operation_not_simulated', `The field ${field} is not simulated by this registry. Leave it out.`);
};
