import {
  RequestRefusedError,
  type ApiResponse,
  type RegistryClient,
  type ServiceCalls,
  type ServiceCreateFields,
  type ServiceUpdateFields,
} from '../../api';
import { faultIn, isJsonList, isJsonObject, type JsonValue, type Shape } from '../../domain';
import { firstErrorIn, refused } from '../http/answer';
import { clockAnswer } from '../http/clock-answer';
import { createIntegration } from '../http/integration-answers';
import { changeOwner, lookAsMaker } from '../http/owner-answers';
import { ownerIn } from '../http/owner-bodies';
import {
  allServices,
  createService,
  deleteService,
  oneService,
  replaceTags,
  updateService,
} from '../http/service-answers';
import { checkUpgrade, oneTask } from '../http/task-answers';
import type { Registry } from '../registry';
import { createShape, integrationShape, tagsShape, updateShape } from './body-shapes';
import { lazyRegistry, type EmbeddedOptions } from './open-embedded';

/** How the registry is asked: what changes it may be carried out together with other changes. */
interface Asking {
  readonly read: <T>(work: (registry: Registry) => T) => Promise<T>;
  readonly write: <T>(work: (registry: Registry) => T) => Promise<T>;
}

/**
 * The client of the engine on the registry in a file, for a process that does one thing: no HTTP in between, and no schemas.
 * It answers and refuses as `createClient(openEmbedded(options))` does (decision 0009). The first request opens the file.
 */
export const openEngineClient = (options: EmbeddedOptions): ServiceCalls & Pick<RegistryClient, 'close'> => {
  const { use, close } = lazyRegistry(options);
  return { ...engineCalls({ read: use, write: use }), close };
};

/** What the engine asks of a registry, answered without HTTP. */
export const engineCalls = ({ read, write }: Asking): ServiceCalls => {
  const ask = async (answer: (registry: Registry) => ApiResponse): Promise<JsonValue> => accepted(await write(answer));
  return {
    clock: async () => trusted(accepted(await read(clockAnswer))),
    createService: async (project, body) =>
      trusted(
        await ask((registry) =>
          checked<ServiceCreateFields>(body, createShape, (fields) => createService(registry, project, fields)),
        ),
        'service',
      ),
    getService: async (project, service) => {
      const found = await read((registry) => oneService(registry, { project, service }));
      return found.status === 404 ? undefined : trusted(accepted(found), 'service');
    },
    listServices: async (project) =>
      trusted(accepted(await read((registry) => allServices(registry, project))), 'services'),
    updateService: async (project, service, body, expect) =>
      trusted(
        await ask((registry) =>
          checked<ServiceUpdateFields>(body, updateShape, (fields) =>
            updateService(registry, { project, service }, fields, { expect }),
          ),
        ),
        'service',
      ),
    deleteService: async (project, service, expect) =>
      void (await ask((registry) => deleteService(registry, { project, service }, { expect }))),
    replaceTags: async (project, service, tags, expect) =>
      void (await ask((registry) =>
        checked({ tags }, tagsShape, () => replaceTags(registry, { project, service }, tags, { expect })),
      )),
    changeOwner: async (project, service, { expect, owner, by }) =>
      trusted(
        await ask((registry) =>
          changeOwner(
            registry,
            { project, service },
            {
              expect,
              owner: owner === null ? null : { ...ownerIn(owner), making: owner.making === true },
              by: by ?? null,
            },
          ),
        ),
        'service',
      ),
    ...taskCalls({ read, ask }),
    lookAsMaker: async (project, service, look) =>
      trusted(
        await ask((registry) => lookAsMaker(registry, { project, service }, { ...look, by: look.by ?? null })),
        'service',
      ),
    createIntegration: async (project, body) =>
      trusted(
        await ask((registry) => checked(body, integrationShape, createIntegration.bind(null, registry, project))),
        'service_integration',
      ),
  };
};

/** The check that comes before an upgrade. */
const taskCalls = ({
  read,
  ask,
}: Pick<Asking, 'read'> & { readonly ask: (answer: (registry: Registry) => ApiResponse) => Promise<JsonValue> }): Pick<
  ServiceCalls,
  'checkUpgrade' | 'getTask'
> => ({
  checkUpgrade: async (project, service, version) =>
    trusted(await ask((registry) => checkUpgrade(registry, { project, service }, version)), 'task'),
  getTask: async (project, service, task) =>
    trusted(accepted(await read((registry) => oneTask(registry, { project, service }, task))), 'task'),
});

/** A body of the wrong shape is refused as the contract does it; the shapes are those of its schemas, hence the cast. */
const checked = <Body extends object>(body: object, shape: Shape, answer: (body: Body) => ApiResponse): ApiResponse => {
  const fault = faultIn(body, shape, 'whole');
  return fault === undefined ? answer(body as Body) : refused('request_invalid', `Body, ${fault}.`);
};

const accepted = ({ status, body }: ApiResponse): JsonValue => {
  if (status < 300) return body;
  const { message } = isJsonObject(body) ? body : {};
  const { error_code: code, predicted_by: rules } = firstErrorIn(body) ?? {};
  throw new RequestRefusedError(status, textOf(code), textOf(message), isJsonList(rules) ? rules.map(textOf) : []);
};

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

/** The registry is part of this very build: its answers were typed when they were made. */
const trusted = <T>(answer: JsonValue, key?: string): T =>
  (key === undefined || !isJsonObject(answer) ? answer : answer[key]) as T;
