import { failure } from '../diagnostics';
import type { ResourceClient, IntegrationBody, RegistryReader } from '../../api';
import { isUncertain } from '../../engine';
import type { Forkcast } from '../client';
import {
  computed,
  isGiven,
  type ManagedResource,
  type ObjectValue,
  required,
  type StateAnswer,
  string,
} from '../protocol';
import { toText } from '../values';
import { identityOfProject, idIn, noSuchForm, planInProject, projectAttribute } from './project';

/** An integration of two services. Forks do not get those of their source, so a fork declares its own. */
export const serviceIntegration: ManagedResource<Forkcast> = {
  typeName: 'forkcast_service_integration',
  schema: {
    description: 'An integration of two services. A fork does not get those of its source.',
    attributes: {
      id: computed(string, '`project/source_service_name/integration_id`.', { fixed: true }),
      project: projectAttribute('both services'),
      integration_type: required(string, 'Such as `metrics`, `logs` or `read_replica`.', {
        replaces: true,
        validate: [isGiven],
      }),
      source_service_name: required(string, 'The service that gives.', { replaces: true, validate: [isGiven] }),
      destination_service_name: required(string, 'The service that takes.', { replaces: true, validate: [isGiven] }),
      integration_id: computed(string, "The registry's id.", { fixed: true }),
    },
  },
  identity: {
    attributes: {
      ...identityOfProject,
      source_service_name: { description: 'The service that gives.' },
      integration_id: { description: "The registry's id." },
    },
    toId: idIn('source_service_name', 'integration_id'),
  },
  plan: (change, call) => Promise.resolve(planInProject(change, call)),
  create: (planned, call) => guarded(call.client.writer(call), null, (registry) => create(registry, planned)),
  read: (state, call) =>
    guarded(call.client.registry, state, async (registry) => {
      const found = await find(registry, state);
      return found === undefined ? null : { ...state, ...writeFields(found) };
    }),
  delete: async (prior, call) => {
    const { diagnostics = [] } = await guarded(call.client.writer(call), prior, async (registry) => {
      if ((await find(registry, prior)) === undefined) return null;
      await registry.deleteIntegration(text(prior, 'project'), text(prior, 'integration_id'));
      return null;
    });
    return diagnostics;
  },
  import: (id) => {
    const [project, source_service_name, integration_id, ...rest] = id.split('/');
    if (!project || !source_service_name || !integration_id || rest.length > 0)
      return Promise.resolve(noSuchForm('integration', id, 'project/source_service_name/integration_id'));
    return Promise.resolve({ state: { id, project, source_service_name, integration_id } });
  },
};

const text = (object: ObjectValue, name: string): string => toText(object[name]) ?? '';

const create = async (registry: ResourceClient, planned: ObjectValue): Promise<ObjectValue> => {
  const project = text(planned, 'project');
  const body = {
    integration_type: text(planned, 'integration_type'),
    source_project: project,
    source_service: text(planned, 'source_service_name'),
    dest_project: project,
    dest_service: text(planned, 'destination_service_name'),
  };
  try {
    return { ...planned, ...writeFields(await registry.createIntegration(project, body)) };
  } catch (error) {
    const found = isUncertain(error) ? await find(registry, planned) : undefined;
    if (found === undefined) throw error;
    return { ...planned, ...writeFields(found) };
  }
};

/** By its id, or by what it connects where no id is known. */
const find = async (registry: RegistryReader, object: ObjectValue): Promise<IntegrationBody | undefined> => {
  const [project, source] = [text(object, 'project'), text(object, 'source_service_name')];
  if ((await registry.getService(project, source)) === undefined) return undefined;
  const id = toText(object['integration_id']);
  return (await registry.listIntegrations(project, source)).find((one) =>
    id === undefined
      ? one.integration_type === object['integration_type'] &&
        one.source_service === source &&
        one.dest_service === object['destination_service_name']
      : one.service_integration_id === id,
  );
};

const writeFields = (found: IntegrationBody): ObjectValue => ({
  id: `${found.source_project}/${found.source_service}/${found.service_integration_id}`,
  project: found.source_project,
  integration_type: found.integration_type,
  source_service_name: found.source_service,
  destination_service_name: found.dest_service,
  integration_id: found.service_integration_id,
});

const guarded = async <Registry>(
  registry: Registry | undefined,
  before: ObjectValue | null,
  work: (registry: Registry) => Promise<ObjectValue | null>,
): Promise<StateAnswer> => {
  if (registry === undefined) return { state: before };
  try {
    return { state: await work(registry) };
  } catch (error) {
    return { state: before, diagnostics: [failure(error, 'The integration cannot be managed')] };
  }
};
