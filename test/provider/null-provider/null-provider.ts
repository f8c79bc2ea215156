import { randomInt } from 'node:crypto';
import {
  computed,
  createService,
  type ManagedResource,
  mapOf,
  optional,
  type Ports,
  type Provider,
  type Service,
  string,
} from '../../../src/provider/protocol';

/*
 * A stand-in for hashicorp/null 3.2.4, not the genuine provider: it serves `null_resource` to tests that have no network.
 * Its checksum differs, so a lock file made with the genuine one refuses it.
 */

const keep = async (state: Parameters<ManagedResource<null>['read']>[0]) => Promise.resolve({ state });

const nullResource: ManagedResource<null> = {
  typeName: 'null_resource',
  schema: {
    attributes: {
      id: computed(string, undefined, { fixed: true }),
      triggers: optional(mapOf(string), undefined, { replaces: true }),
    },
  },
  create: async (planned) => keep({ ...planned, id: String(randomInt(2 ** 47)) }),
  read: keep,
  delete: async () => Promise.resolve([]),
  import: async (id) => keep({ id }),
};

const nullProvider: Provider<null> = {
  schema: { attributes: {} },
  configure: async () => Promise.resolve({ client: null }),
  resources: [nullResource],
};

/** The stand-in, ready to be served. */
export const nullService = (ports: Ports): Service => createService(nullProvider, ports);
