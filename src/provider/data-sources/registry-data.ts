import type { ServiceBody } from '../../api';
import { failure } from '../diagnostics';
import type { RegistryReader } from '../../api';
import { type ServiceId } from '../../domain';
import type { Forkcast } from '../client';
import {
  type Attributes,
  type Call,
  type DataSource,
  errorAt,
  type ObjectValue,
  optionalComputed,
  required,
  string,
} from '../protocol';
import { toText } from '../values';

/** Something that is read of one service. */
interface ServiceData {
  readonly typeName: string;
  readonly description: string;
  readonly attributes: Attributes;
  readonly read: (
    registry: RegistryReader,
    service: ServiceId,
    body: ServiceBody,
  ) => Promise<ObjectValue> | ObjectValue;
}

/** A data source of one service, named by project and service_name. It is an error when the service is not there. */
export const serviceData = ({ typeName, description, attributes, read }: ServiceData): DataSource<Forkcast> => ({
  typeName,
  schema: {
    description,
    attributes: {
      project: optionalComputed(string, "Project of the service. Default: the provider's `project`."),
      service_name: required(string, 'Name of the service.'),
      ...attributes,
    },
  },
  read: (config, call) =>
    reading(config, call, async (registry) => {
      const project = toText(config['project']) ?? call.client.project;
      const service = toText(config['service_name']) ?? '';
      if (project === undefined) return missing('No project is named', 'Set project here or in the provider.');
      const body = await registry.getService(project, service);
      if (body === undefined) return missing('No such service', `${project} has no live service ${service}.`);
      return { state: { project, ...(await read(registry, { project, service }, body)) } };
    }),
});

const missing = (summary: string, detail: string): Awaited<ReturnType<DataSource<Forkcast>['read']>> => ({
  state: {},
  diagnostics: [errorAt({ summary, detail, path: ['service_name'] })],
});

/** Reads from the registry; what it refuses is told. */
export const reading = async (
  config: ObjectValue,
  { client }: Call<Forkcast>,
  work: (registry: RegistryReader) => ReturnType<DataSource<Forkcast>['read']>,
): ReturnType<DataSource<Forkcast>['read']> => {
  if (client.registry === undefined) {
    const detail = 'The configuration of the provider is not known yet. Set registry to a value known in the plan.';
    return { state: config, diagnostics: [errorAt({ summary: 'The registry is not known', detail })] };
  }
  try {
    return await work(client.registry);
  } catch (error) {
    return { state: config, diagnostics: [failure(error, 'The registry cannot be read')] };
  }
};
