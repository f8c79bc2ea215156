import type { RegistryClient, ServiceBody } from '../api';
import {
  isJsonList,
  isJsonObject,
  parseJson,
  type Expectation,
  type JsonObject,
  type JsonValue,
  type ServiceId,
} from '../domain';
import { UsageError } from './errors';

/** `project/name`, or a name in the project that the command is about. */
export const serviceIn = (text: string, project: string): ServiceId => {
  const [first = '', second, ...rest] = text.split('/');
  if (rest.length > 0 || first === '' || second === '') {
    throw new UsageError(`'${text}' names no service: write NAME or PROJECT/NAME.`);
  }
  return second === undefined ? { project, service: first } : { project: first, service: second };
};

/** A service that a Terraform state of the local-exec backend says it holds, and under which id. */
interface StateOwner extends ServiceId {
  readonly owner: string;
}

/**
 * The services of a Terraform state, by the resources that stand for them: a state file, `terraform state pull`, or
 * `terraform show -json`. @throws UsageError when it is none, or holds none
 */
export const ownersInState = (text: string, file: string): readonly StateOwner[] => {
  const found = attributesIn(text, 'terraform_data').flatMap(ownerIn);
  if (found.length > 0) return found;
  throw new UsageError(
    `${file} holds no service of the local-exec backend: a Terraform state with terraform_data resources of Forkcast is expected. ` +
      'A service of the provider is taken over by an import block.',
  );
};

/** The same with those of the provider, which a state lets go of as well. @throws UsageError when it is none, or holds none */
export const heldInState = (text: string, file: string): readonly StateOwner[] => {
  const found = [
    ...attributesIn(text, 'terraform_data').flatMap(ownerIn),
    ...attributesIn(text, 'forkcast_service').flatMap(providedIn),
  ];
  if (found.length > 0) return found;
  throw new UsageError(`${file} holds no service: a Terraform state with services of Forkcast is expected.`);
};

const attributesIn = (text: string, type: string): readonly JsonObject[] => {
  const json = parseJson(text);
  return isJsonObject(json) ? [...pulled(json, type), ...shown(json, type)] : [];
};

const providedIn = ({ project, service_name: service, owner }: JsonObject): readonly StateOwner[] =>
  typeof project === 'string' && typeof service === 'string' && typeof owner === 'string'
    ? [{ project, service, owner }]
    : [];

/** Attributes of the resources in a state file. */
const pulled = ({ resources }: JsonObject, wanted: string): readonly JsonObject[] =>
  objectsIn(resources)
    .filter(({ type }) => type === wanted)
    .flatMap(({ instances }) => objectsIn(instances))
    .flatMap(({ attributes }) => (isJsonObject(attributes) ? [attributes] : []));

/** The same in what `terraform show -json` writes. */
const shown = ({ values }: JsonObject, wanted: string): readonly JsonObject[] => {
  const root = isJsonObject(values) ? values.root_module : undefined;
  const modules = isJsonObject(root) ? [root] : [];
  const all: JsonObject[] = [];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    modules.push(...objectsIn(module.child_modules));
    all.push(...objectsIn(module.resources).filter(({ type }) => type === wanted));
  }
  return all.flatMap(({ values: attributes }) => (isJsonObject(attributes) ? [attributes] : []));
};

/** The name of the service stands in `input`; what replaces an identity keeps its first one, and version 0.1.0 had no other. */
const ownerIn = ({ id, triggers_replace: triggers, input }: JsonObject): readonly StateOwner[] => {
  const first = objectIn(triggers);
  if (typeof id !== 'string' || first === undefined) return [];
  const isIdentity = Object.keys(first).every((key) => key === 'project' || key === 'service_name');
  const { project, service_name: service } = objectIn(input) ?? first;
  return isIdentity && typeof project === 'string' && typeof service === 'string'
    ? [{ project, service, owner: id }]
    : [];
};

/** A state file says the type beside a value that may be of any. */
const objectIn = (value: JsonValue | undefined): JsonObject | undefined => {
  const plain = isJsonObject(value) && isJsonObject(value.value) ? value.value : value;
  return isJsonObject(plain) ? plain : undefined;
};

const objectsIn = (list: JsonValue | undefined): readonly JsonObject[] =>
  isJsonList(list) ? list.filter(isJsonObject) : [];

/** Who asks, and on which machine. */
interface Asker {
  readonly by: string;
  readonly host: string;
}

/** Gives a service to an owner, its label that of the declaration that made it. */
export const adopt = (
  client: RegistryClient,
  service: ServiceBody,
  {
    project,
    owner,
    expect,
    ...asker
  }: { readonly project: string; readonly owner: string; readonly expect: Expectation } & Asker,
): Promise<ServiceBody> => {
  const { stack, path } = service.forkcast?.origin ?? { stack: 'none', path: 'taken over by hand' };
  return client.changeOwner(project, service.service_name, {
    expect,
    owner: { id: owner, stack, path, workspace: null, host: asker.host },
    by: asker.by,
  });
};
