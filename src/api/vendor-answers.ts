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

/** The fields of a service of the vendor that facts need. */
const serviceAnswer = once(() =>
  z.looseObject({
    service_name: z.string(),
    service_type: z.string(),
    plan: z.string(),
    cloud_name: z.string(),
    state: z.enum(['REBUILDING', 'RUNNING', 'POWEROFF', 'REBALANCING']),
    create_time: z.string(),
    update_time: z.string(),
    user_config: z.record(z.string(), z.json()),
    termination_protection: z.optional(z.boolean()),
    node_count: z.optional(z.number()),
    disk_space_mb: z.optional(z.nullable(z.number())),
    tags: z.optional(z.record(z.string(), z.string())),
    service_integrations: z.optional(
      z.array(
        z.looseObject({
          service_integration_id: z.optional(z.string()),
          integration_type: z.string(),
          source_project: z.optional(z.nullable(z.string())),
          source_service: z.optional(z.nullable(z.string())),
          dest_project: z.optional(z.nullable(z.string())),
          dest_service: z.optional(z.nullable(z.string())),
          source_endpoint: z.optional(z.nullable(z.string())),
          dest_endpoint: z.optional(z.nullable(z.string())),
        }),
      ),
    ),
  }),
);

/** The vendor's list of services. */
export const servicesAnswer = once(() => z.looseObject({ services: z.array(serviceAnswer()) }));

/** A service as the vendor answers it. */
export type VendorService = z.infer<ReturnType<typeof serviceAnswer>>;
