import type { Forkcast } from '../client';
import {
  type Diagnostic,
  errorAt,
  isNull,
  isUnknown,
  type ManagedResource,
  type ObjectValue,
  type Value,
} from '../protocol';
import { createForkcastService } from './service-create';
import { deleteForkcastService } from './service-delete';
import { noteInState } from './service-name';
import { judgeEnd, planOwned } from './service-ownership';
import { planForkcastService, planServiceDeletion } from './service-plan';
import { importForkcastService, readForkcastService } from './service-read';
import { serviceRequestOf } from './service-request';
import { validationOf } from './service-review';
import { settingsOf } from './setting-groups';
import { serviceSchema } from './service-schema';
import { updateForkcastService } from './service-update';
import { userConfigFaults } from './user-config-faults';

/** A service of the registry, or a fork of one: planned with every rule, made once, never destroyed by its provenance. */
export const service: ManagedResource<Forkcast> = {
  typeName: 'forkcast_service',
  schema: serviceSchema,
  timeouts: ['create', 'update'],
  validate: (config) => {
    const faults = [
      ...userConfigFaults(config['service_type'] ?? null, config['user_config'] ?? null),
      ...targetFaults(config),
    ];
    return faults.length > 0 ? faults : validationOf(requestAlone(config));
  },
  plan: planOwned(planForkcastService),
  planDelete: async (prior, call) => [...(await planServiceDeletion(prior)), ...judgeEnd(prior, call)],
  create: createForkcastService,
  read: readForkcastService,
  update: updateForkcastService,
  delete: deleteForkcastService,
  import: importForkcastService,
  found: noteInState,
};

const requestAlone = (config: ObjectValue) =>
  serviceRequestOf(config, {
    client: { project: undefined, stack: '' },
    createTimeoutMs: undefined,
    recorded: false,
  });

/** What is unknown may turn out to be null. */
const isSet = (value: Value): boolean => !isNull(value) && !isUnknown(value) && value !== '';

/** A fork has one recovery point: what names two of them is refused. */
const targetFaults = (config: ObjectValue): readonly Diagnostic[] => {
  if (config['latest_transaction'] !== true) return [];
  const settings = settingsOf(config);
  return ['recovery_target_time', 'recovery_basebackup_name']
    .filter((name) => isSet(settings[name] ?? null))
    .map((name) =>
      errorAt({
        summary: 'Two recovery points are asked for',
        detail: `latest_transaction is true, and user_config.${name} is set as well. Take one of them out.`,
        path: ['user_config', name],
      }),
    );
};
