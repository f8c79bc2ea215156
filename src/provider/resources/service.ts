import type { Forkcast } from '../client';
import type { ManagedResource, ObjectValue } from '../protocol';
import { identityOfProject, idIn } from './project';
import { createForkcastService } from './service-create';
import { deleteForkcastService } from './service-delete';
import { isMoved, moveForkcastService, readMoved } from './service-move';
import { noteInState } from './service-name';
import { judgeEnd, planOwned } from './service-ownership';
import { planForkcastService, planServiceDeletion } from './service-plan';
import { importForkcastService, readForkcastService } from './service-read';
import { readServiceRequest } from './service-request';
import { validateRequest } from './service-review';
import { serviceSchema } from './service-schema';
import { updateForkcastService } from './service-update';
import { userConfigFaults } from './user-config-faults';
import { doubleFaults, secretFaults, versionFaults } from './write-only-secrets';

/** A service of the registry, or a fork of one: planned with every rule, made once, never destroyed by its provenance. */
export const service: ManagedResource<Forkcast> = {
  typeName: 'forkcast_service',
  schema: serviceSchema,
  identity: {
    attributes: { ...identityOfProject, service_name: { description: 'Name of the service.' } },
    toId: idIn('service_name'),
  },
  timeouts: ['create', 'update', 'delete'],
  validate: (config) => {
    const faults = userConfigFaults(config['service_type'] ?? null, config['user_config'] ?? null);
    const paired = [...versionFaults(config, 'secrets_wo'), ...doubleFaults(config), ...secretFaults(config)];
    return faults.length + paired.length > 0 ? [...faults, ...paired] : validateRequest(requestAlone(config));
  },
  plan: planOwned(planForkcastService),
  planDelete: async (prior, call) => [...(await planServiceDeletion(prior, call)), ...(await judgeEnd(prior, call))],
  create: createForkcastService,
  read: (state, call) => (isMoved(call) ? readMoved(state, call) : readForkcastService(state, call)),
  moveFrom: moveForkcastService,
  update: updateForkcastService,
  delete: deleteForkcastService,
  import: importForkcastService,
  found: noteInState,
};

const requestAlone = (config: ObjectValue) =>
  readServiceRequest(config, {
    client: { project: undefined, stack: '' },
    createTimeoutMs: undefined,
    recorded: false,
  });
