import * as z from 'zod/mini';
import { Json } from './entry';

/**
 * One declared service as it travels from the constructs through Terraform to the engine, in the names of the API.
 * The settings resource of the local-exec backend carries exactly this, so a Terraform plan shows its fields.
 */
export const ServiceResource = z.strictObject({
  project: z.string(),
  service_name: z.string(),
  service_type: z.string(),
  /** Absent, in a fork from the secondary location: its source's. */
  plan: z.optional(z.string()),
  /** Absent: the project's default cloud; from the secondary location, where the copies lie. */
  cloud_name: z.optional(z.string()),
  /** Absent: the plan's disk. */
  disk_space_mb: z.optional(z.int()),
  /** Absent: it stays as it is; of a new service, off. */
  termination_protection: z.optional(z.boolean()),
  /** Absent: they stay as they are; of a new service, none. */
  tags: z.optional(z.record(z.string(), z.string())),
  /** Absent: it stays as it is; of a new service, as the vendor chooses. */
  maintenance_window_dow: z.optional(z.string()),
  /** Time of day, UTC, `HH:MM:SS`. */
  maintenance_window_time: z.optional(z.string()),
  /** Who is told of trouble; absent: they stay as they are. */
  tech_emails: z.optional(z.array(z.string())),
  user_config: z.record(z.string(), Json),
  /** `user_config` keys whose value is read at apply from an environment variable of this name; never the value itself. */
  secrets: z.optional(z.record(z.string(), z.string())),
  project_vpc_id: z.optional(z.string()),
  static_ips: z.optional(z.array(z.string())),
  service_integrations: z.optional(z.array(z.record(z.string(), Json))),
  /** Whether it shall run or be powered off; absent: on or off, it stays so. */
  powered: z.optional(z.boolean()),
  /** Asserted storage location; absent: the registry decides. */
  from: z.optional(z.enum(['primary', 'secondary'])),
  /** Restore the newest transaction: resolved to a time once, at create. */
  latest_transaction: z.optional(z.boolean()),
  on_fork_change: z.enum(['refuse', 'replace']),
  /** Address of the source when it is declared in the same configuration. */
  source_address: z.optional(z.string()),
  /** Wait for the source's first backup before the fork is asked for. */
  wait_for_source: z.optional(z.boolean()),
  /** Longest time that a create or update may take, such as `20m`. */
  create_timeout: z.string(),
  /** Stack and construct path that declared it before: what that owner holds is taken over. */
  moved_from: z.optional(z.strictObject({ stack: z.string(), path: z.string() })),
  /** Stack and construct path that declare it. */
  stack: z.string(),
  path: z.string(),
});

/** One declared service, parsed. */
export type ServiceResource = z.infer<typeof ServiceResource>;
