import { createService, type ManagedResource, optional, required, string } from '../../../src/provider/protocol';
import { serve } from '../../../src/provider/protocol/transport';

/*
 * A stand-in for the vendor's provider, not the genuine one: Terraform reads a state of `aiven_pg` by its schema, and can do nothing
 * with it.
 */

const isStandIn = async () => Promise.reject(new RangeError('This is a stand-in for the vendor’s provider.'));

const pg: ManagedResource<null> = {
  typeName: 'aiven_pg',
  schema: {
    version: 1,
    attributes: {
      id: optional(string),
      project: required(string),
      service_name: required(string),
      plan: optional(string),
      cloud_name: optional(string),
      service_uri: optional(string, undefined, { sensitive: true }),
      service_password: optional(string, undefined, { sensitive: true }),
    },
  },
  create: isStandIn,
  read: isStandIn,
  delete: isStandIn,
};

serve({
  address: 'registry.terraform.io/aiven/aiven',
  load: (ports) =>
    Promise.resolve(
      createService(
        {
          schema: { attributes: { api_token: optional(string, undefined, { sensitive: true }) } },
          configure: async () => Promise.resolve({ client: null }),
          resources: [pg],
        },
        ports,
      ),
    ),
});
