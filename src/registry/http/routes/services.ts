import type { serviceOperations } from '../../../api';
import { notSimulatedFields, notSimulatedNetwork, type JsonObject } from '../../../domain';
import { answered, carryOut, onProject, onService, refused, type Refused } from '../answer';
import { meant, nameAsker, readExpectation } from '../owner-bodies';
import { mergedTags } from '../merged-tags';
import { refuseSecrets, shownTo } from '../redaction';
import type { Routes } from '../route';
import { createService, updateService } from '../service-answers';
import { serviceBody } from '../service-body';
import { resetUser } from './members';

/** How the registry answers operations on services and their tags. */
export const serviceRoutes: Routes<typeof serviceOperations> = {
  ServiceCreate: (registry, { at, body, holder }) =>
    unsimulatedField(body) ?? createService(registry, at.project, body, nameAsker(null, holder)),

  ServiceList: (registry, { at, ...asked }) => {
    const objection = refuseSecrets(asked);
    if (objection !== undefined) return objection;
    const services = registry.services(at.project);
    return onProject(registry, at.project, () =>
      answered({ services: (services ?? []).map((detail) => serviceBody(shownTo(asked, detail))) }),
    );
  },

  ServiceGet: (registry, { at, ...asked }) =>
    refuseSecrets(asked) ??
    onService(registry, at, (detail) => answered({ service: serviceBody(shownTo(asked, detail)) })),

  ServiceUpdate: (registry, { at, body, query, holder }) =>
    unsimulatedField(body) ??
    updateService(registry, at, body, { expect: readExpectation(query), by: nameAsker(null, holder) }),

  ServiceDelete: (registry, { at, query }) =>
    carryOut(registry, { type: 'TerminateService', ...meant(at, query) }, 'deleted'),

  ServiceResetCredentials: (registry, { at, body }) =>
    onService(registry, at, (detail) => {
      const username = detail.users.find((user) => user.kind === 'primary')?.username ?? '';
      return resetUser(registry, { ...at, username }, body?.new_password);
    }),

  ServiceMaintenanceStart: (registry, { at }) =>
    onService(registry, at, () => answered({ message: 'No maintenance updates are pending' })),

  ProjectServiceTagsList: (registry, { at }) =>
    onService(registry, at, (detail) => answered({ tags: detail.facts.tags })),

  ProjectServiceTagsReplace: (registry, { at, body, query }) =>
    carryOut(registry, { type: 'ReplaceTags', ...meant(at, query), tags: body.tags }, 'updated'),

  ProjectServiceTagsUpdate: (registry, { at, body }) =>
    onService(registry, at, (detail) =>
      carryOut(registry, { type: 'ReplaceTags', ...at, tags: mergedTags(detail.facts.tags, body.tags) }, 'updated'),
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
