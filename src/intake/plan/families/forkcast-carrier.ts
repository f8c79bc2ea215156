import { fromTextFields, isJsonObject, type JsonObject } from '../../../domain';
import { listFields, objectOr, pickPart, readText, writeTemplate, type MarkedValue } from '../marked-value';
import type { PlannedResource } from '../plan-file';
import type { ServiceFamily } from './family';

const fieldsAttribute: ReadonlyMap<string, string> = new Map([
  ['terraform_data', 'triggers_replace'],
  ['null_resource', 'triggers'],
]);

const settingsFields = ['project', 'service_name', 'service_type', 'plan', 'on_fork_change', 'path'];

/**
 * The resources of the local-exec backend: the `terraform_data` that holds the fields of a service, whose change is an update in
 * place; of version 0.1.0, the one that held them in what replaces it.
 */
export const forkcastCarrier: ServiceFamily = {
  carriedBy: 'local-exec',
  isOne: (type) => fieldsAttribute.has(type),
  readAs: ({ type, before, after }) => {
    if (isRunner(type, after)) return undefined;
    const fields = new Set([after, before].flatMap((values) => listFields(carried(type, values))));
    return settingsFields.every((field) => fields.has(field)) ? type : undefined;
  },
  userConfigBlock: () => undefined,
  holderOf: (resource) => (holdsInPlace(resource) ? readHolderId(resource.before) : undefined),
  pathOf: ({ type, after, before }) => {
    const isGone = after.value === undefined || after.value === null;
    const { path } = objectOr(carried(type, isGone ? before : after).value);
    return typeof path === 'string' ? path : undefined;
  },
  fieldsOf: (type, values) => {
    const template = writeTemplate(carried(type, values));
    return isJsonObject(template) ? withoutNulls(template) : {};
  },
};

/** Project and name of the service that a resource ends when it ends; undefined: it ends none. */
export const readIdentityKey = (type: string, values: MarkedValue): string | undefined => {
  const fields = objectOr(replacing(type, values).value);
  const { project, service_name: name, ...rest } = fields;
  if (typeof project !== 'string' || typeof name !== 'string' || Object.keys(rest).length > 0) return undefined;
  return `${project}/${name}`;
};

/** Whether a resource holds the fields of a service where their change is an update in place. */
export const holdsInPlace = ({ type, before, after }: Pick<PlannedResource, 'type' | 'before' | 'after'>): boolean =>
  [after, before].some((values) => holdsInput(type, values));

/** The id of a resource, which owns the service that it holds; undefined: not known. */
export const readHolderId = (values: MarkedValue): string | undefined => readText(values, 'id');

/** The id of the resource whose fields a runner applies; undefined: it is no runner, or the id is not known. */
export const ownerOfRunner = (type: string, values: MarkedValue): string | undefined => {
  const { owner } = objectOr(replacing(type, values).value);
  return isRunner(type, values) && typeof owner === 'string' ? owner : undefined;
};

/** The resource that runs the command of a service, and has no fields of its own. */
const isRunner = (type: string, values: MarkedValue): boolean => {
  const fields = listFields(replacing(type, values));
  return fields.includes('declaration') && fields.includes('owner') && fields.every((field) => runnerFields.has(field));
};

/** A runner of before it was run again for another registry has no `registry`. */
const runnerFields: ReadonlySet<string> = new Set(['declaration', 'owner', 'registry']);

/** What replaces a resource when it changes. */
const replacing = (type: string, values: MarkedValue): MarkedValue => {
  const marked = pickPart(values, fieldsAttribute.get(type) ?? '');
  if (type !== 'null_resource' || !isJsonObject(marked.value)) return marked;
  return { ...marked, value: fromTextFields(marked.value) };
};

/** The fields that a resource holds: those that change in place, else those that replace it. */
const carried = (type: string, values: MarkedValue): MarkedValue =>
  holdsInput(type, values) ? pickPart(values, 'input') : replacing(type, values);

const holdsInput = (type: string, values: MarkedValue): boolean =>
  type === 'terraform_data' && listFields(pickPart(values, 'input')).includes('service_name');

const withoutNulls = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
