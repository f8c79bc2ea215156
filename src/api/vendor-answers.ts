import * as z from 'zod/mini';
import { once } from '../domain';

/** The fields of the vendor's list of projects that facts need. */
export const projectsAnswer = once(() =>
  z.looseObject({
    projects: z.array(
      z.looseObject({
        project_name: z.string(),
        organization_id: z.optional(z.nullable(z.string())),
        /** Of a registry of ours: the name of the organization. */
        forkcast: z.optional(z.looseObject({ organization: z.string() })),
        account_id: z.optional(z.nullable(z.string())),
        default_cloud: z.optional(z.nullable(z.string())),
      }),
    ),
  }),
);

/** A field that is read where it is as expected, and passed over where it is not. */
const ifReadable = <T>(schema: z.ZodMiniType<T>) => z.catch(z.optional(z.nullable(schema)), undefined);

/** The fields of a service of the vendor that facts need. */
export const serviceAnswer = once(() =>
  z.looseObject({
    service_name: z.string(),
    service_type: z.string(),
    plan: z.string(),
    cloud_name: z.string(),
    state: z.enum(['REBUILDING', 'RUNNING', 'POWEROFF', 'REBALANCING']),
    create_time: z.iso.datetime({ offset: true }),
    user_config: z.record(z.string(), z.json()),
    termination_protection: ifReadable(z.boolean()),
    node_count: ifReadable(z.number()),
    disk_space_mb: ifReadable(z.number()),
    tags: ifReadable(z.record(z.string(), z.string())),
    service_integrations: ifReadable(
      z.array(
        z.looseObject({
          service_integration_id: ifReadable(z.string()),
          integration_type: z.string(),
          source_project: ifReadable(z.string()),
          source_service: ifReadable(z.string()),
          dest_project: ifReadable(z.string()),
          dest_service: ifReadable(z.string()),
          source_endpoint: ifReadable(z.string()),
          dest_endpoint: ifReadable(z.string()),
        }),
      ),
    ),
  }),
);

/** The vendor's list of services: each is read by itself. */
export const servicesAnswer = once(() =>
  z.looseObject({ services: z.array(z.looseObject({ service_name: z.string() })) }),
);

/** A service as the vendor answers it. */
export type VendorService = z.infer<ReturnType<typeof serviceAnswer>>;
