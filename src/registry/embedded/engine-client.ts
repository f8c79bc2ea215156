import {
  serviceCalls,
  type Contract,
  type RegistryClient,
  type ServiceCalls,
  type ServiceOperationId,
} from '../../api';
import { refused } from '../http/answer';
import { withNearName } from '../http/near-names';
import type { Routes } from '../http/route';
import { clockRoutes } from '../http/routes/clock';
import { integrationRoutes } from '../http/routes/integrations';
import { ownerRoutes } from '../http/routes/owners';
import { serviceRoutes } from '../http/routes/services';
import { taskRoutes } from '../http/routes/tasks';
import type { Registry } from '../registry';
import { askingOf } from './asking';
import { bodyChecks, readingOperations } from './body-checks';
import { lazyRegistry, type SharedFileOptions } from './open-embedded';

/** Does work on a registry, perhaps together with other work. */
export type Using = <T>(work: (registry: Registry) => T) => Promise<T>;

/**
 * The client of the engine on the registry in a file, for a process that does one thing: no HTTP in between, and no schemas.
 * It answers and refuses as `createClient` does over a transport (decision 0009). The first request opens the file.
 */
export const openEngineClient = (options: SharedFileOptions): ServiceCalls & Pick<RegistryClient, 'close'> => {
  const { use, close } = lazyRegistry(options);
  const together: Using = (work) => use((registry) => registry.together(() => work(registry)));
  return { ...engineCalls((id) => (readingOperations.has(id) ? use : together)), close };
};

const routes: Routes<Pick<Contract, ServiceOperationId>> = {
  ...serviceRoutes,
  ...ownerRoutes,
  ...taskRoutes,
  ...integrationRoutes,
  ...clockRoutes,
};

/** What the engine asks of a registry, answered without HTTP. Bodies are checked by what the build makes of their schemas. */
export const engineCalls = (useFor: (id: ServiceOperationId) => Using): ServiceCalls =>
  serviceCalls(
    askingOf((id, { at, body, query }, mayMiss) =>
      useFor(id)((registry) => {
        const check = bodyChecks[id];
        if (!check.is(body)) return refused('request_invalid', `Body, ${check.faultIn(body, 'whole')}.`);
        const reply = routes[id](registry, { at, body, query });
        return mayMiss ? reply : withNearName(registry, reply, at);
      }),
    ),
  );
