import * as z from 'zod/mini';
import { ContractBrokenError } from '../api';
import type { JsonValue } from '../domain';

const reader =
  <T>(what: string, schema: z.ZodMiniType<T>) =>
  (answer: JsonValue): T => {
    const parsed = schema.safeParse(answer);
    if (parsed.success) return parsed.data;
    throw new ContractBrokenError(what, 'it has another shape.');
  };

const endpoint = z.object({ endpoint_id: z.string(), endpoint_name: z.string(), endpoint_type: z.string() });

/** One integration endpoint, without its settings. @throws ContractBrokenError */
export const readEndpoint = reader(
  'ServiceIntegrationEndpoint',
  z.looseObject({ service_integration_endpoint: endpoint }),
);

/** The integration endpoints of a project. @throws ContractBrokenError */
export const readEndpoints = reader(
  'ServiceIntegrationEndpointList',
  z.looseObject({ service_integration_endpoints: z.array(endpoint) }),
);

/** One page of what happened to a service. @throws ContractBrokenError */
export const readLogs = reader(
  'ProjectGetServiceLogs',
  z.looseObject({
    logs: z.array(z.object({ time: z.string(), unit: z.string(), msg: z.string() })),
    offset: z.string(),
  }),
);

/** A task and what it found. @throws ContractBrokenError */
export const readTask = reader(
  'ServiceTask',
  z.looseObject({
    task: z.object({ task_id: z.string(), task_type: z.string(), success: z.boolean(), result: z.string() }),
  }),
);

/** Charts by name. @throws ContractBrokenError */
export const readMetrics = reader(
  'ServiceMetricsFetch',
  z.looseObject({
    metrics: z.record(
      z.string(),
      z.looseObject({
        data: z.looseObject({ rows: z.array(z.tuple([z.string(), z.number()])) }),
        hints: z.looseObject({ title: z.string() }),
      }),
    ),
  }),
);
