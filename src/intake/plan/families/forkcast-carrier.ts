import { fromTextFields, isJsonObject, type JsonObject } from '../../../domain';
import { fieldsOf, objectOr, partOf, templateOf, type MarkedValue } from '../marked-value';
import type { ServiceFamily } from './family';

const fieldsAttribute: ReadonlyMap<string, string> = new Map([
  ['terraform_data', 'triggers_replace'],
  ['null_resource', 'triggers'],
]);

const settingsFields = ['project', 'service_name', 'service_type', 'plan', 'on_fork_change', 'path'];

/** The resources of the local-exec backend: `terraform_data` and `null_resource` that carry the fields of a service. */
export const forkcastCarrier: ServiceFamily = {
  isOne: (type) => fieldsAttribute.has(type),
  carriesService: (resource) => {
    const fields = new Set(
      [resource.after, resource.before].flatMap((values) => fieldsOf(carried(resource.type, values))),
    );
    return settingsFields.every((field) => fields.has(field));
  },
  userConfigBlock: () => undefined,
  pathOf: ({ type, after, before }) => {
    const isGone = after.value === undefined || after.value === null;
    const { path } = objectOr(carried(type, isGone ? before : after).value);
    return typeof path === 'string' ? path : undefined;
  },
  fieldsOf: (type, values) => {
    const template = templateOf(carried(type, values));
    return isJsonObject(template) ? withoutNulls(template) : {};
  },
};

/** Project and name that the other resource of a service carries, the one that only ends it; undefined: it is none. */
export const identityKeyOf = (type: string, values: MarkedValue): string | undefined => {
  const fields = objectOr(carried(type, values).value);
  const { project, service_name: name, ...rest } = fields;
  if (typeof project !== 'string' || typeof name !== 'string' || Object.keys(rest).length > 0) return undefined;
  return `${project}/${name}`;
};

/** The fields that a carrier holds; one of texts holds what is no text as JSON. */
const carried = (type: string, values: MarkedValue): MarkedValue => {
  const marked = partOf(values, fieldsAttribute.get(type) ?? '');
  if (type !== 'null_resource' || !isJsonObject(marked.value)) return marked;
  return { ...marked, value: fromTextFields(marked.value) };
};

const withoutNulls = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
