import {
  resourceCalls,
  resourceOperations,
  type Contract,
  type ResourceClient,
  type ResourceOperationId,
} from '../../api';
import type { Routes } from '../http/route';
import { backupRoutes } from '../http/routes/backups';
import { clockRoutes } from '../http/routes/clock';
import { contentsRoutes } from '../http/routes/contents';
import { historyRoutes } from '../http/routes/history';
import { integrationRoutes } from '../http/routes/integrations';
import { memberRoutes } from '../http/routes/members';
import { ownerRoutes } from '../http/routes/owners';
import { replierOf } from '../http/routes/replier';
import { servicePageRoutes } from '../http/routes/service-page';
import { serviceRoutes } from '../http/routes/services';
import { staticIpRoutes } from '../http/routes/static-ips';
import { taskRoutes } from '../http/routes/tasks';
import { askingOf } from './asking';
import { committing, type CommittingOptions } from './committing';
import { engineCalls } from './engine-client';

const routes: Routes<Pick<Contract, ResourceOperationId>> = {
  ...serviceRoutes,
  ...ownerRoutes,
  ...taskRoutes,
  ...integrationRoutes,
  ...clockRoutes,
  ...memberRoutes,
  ...backupRoutes,
  ...contentsRoutes,
  ...historyRoutes,
  ...servicePageRoutes,
  ...staticIpRoutes,
};

/**
 * The client of the registry in a file for who keeps services and what is in them, as the provider does, whose file holds no more of the
 * registry than this asks. It answers as `openEmbeddedClient` does.
 */
export const openResourceClient = (options: CommittingOptions): ResourceClient => {
  const { read, usingOf, close } = committing(options);
  const useFor = usingOf(resourceOperations);
  const reply = replierOf<ResourceOperationId>(resourceOperations, routes);
  const asking = askingOf<ResourceOperationId>((id, { at, body, query }) =>
    useFor(id)((registry) =>
      reply(id, registry, {
        parameters: at,
        query: query ?? {},
        ...(resourceOperations[id].takesBody ? { body } : {}),
      }),
    ),
  );
  return {
    ...resourceCalls(asking),
    ...engineCalls(useFor),
    target: `sqlite:${options.path}`,
    isSimulated: () => Promise.resolve(true),
    facts: (only) => read((registry) => registry.facts(only)),
    close,
  };
};
