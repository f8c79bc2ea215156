import type { JsonObject, JsonValue, PlannedChange, LiveService } from '../../domain';
import { isJsonList, isJsonObject, recordedFields, withoutCredentialsIn, withoutSecrets } from '../../domain';
import { IntakeError } from '../errors';
import { readTemplate } from '../read-template';
import type { PlannedResource } from './plan-file';

/** What a plan's actions mean for a service. @throws IntakeError for actions that nobody knows */
export const readChangeKind = ({ actions, mode, address }: PlannedResource, file: string): PlannedChange['kind'] => {
  if (mode === 'data') return 'read';
  const kind = kinds.get(actions.join());
  if (kind === undefined) throw new IntakeError(file, address, `the actions ${JSON.stringify(actions)} are not known`);
  return kind;
};

/** Terraform's actions; a resource that is forgotten stays alive and is nobody's business any more. A replacement that forgets is two. */
const kinds: ReadonlyMap<string, PlannedChange['kind']> = new Map([
  ['no-op', 'no-op'],
  ['create', 'create'],
  ['read', 'read'],
  ['update', 'update'],
  ['delete', 'delete'],
  ['delete,create', 'replace'],
  ['create,delete', 'replace'],
  ['forget', 'read'],
]);

/** The settings that force a replacement, in API names, sorted and each once. Never throws. */
export const readReasons = (
  { replacePaths }: Pick<PlannedResource, 'replacePaths'>,
  userConfigBlock: string | undefined,
): readonly string[] => {
  const names = replacePaths.map((path) => {
    const [first, ...rest] = path.filter((part) => typeof part === 'string');
    return [first === userConfigBlock ? 'user_config' : (first ?? ''), ...rest].join('.');
  });
  return [...new Set(names.filter((name) => name !== ''))].sort();
};

/** What the record holds of a service, from its fields in Terraform's JSON syntax. Never throws. */
export const readPrior = (fields: JsonObject): LiveService => {
  const value = (field: string): JsonValue | undefined => plain(fields[field]);
  const text = (field: string): string | undefined => {
    const found = value(field);
    return typeof found === 'string' ? found : undefined;
  };
  const number = (field: string): number | undefined => {
    const found = value(field);
    return typeof found === 'number' ? found : undefined;
  };
  const truth = (field: string): boolean => value(field) === true;
  const texts = (field: string): readonly string[] | undefined => {
    const found = value(field);
    return isJsonList(found) ? found.filter((item) => typeof item === 'string') : undefined;
  };
  return {
    project: text('project'),
    service: text('service_name'),
    type: undefined,
    ...recordedFields({ text, number, truth, texts, map: (field) => textMembers(fields[field]) }),
    userConfig: withoutSecrets(text('service_type') ?? '', plainMembers(fields.user_config)),
    staticIps: texts('static_ips') ?? [],
    lineage: null,
    origin: null,
  };
};

const plain = (template: JsonValue | undefined): JsonValue | undefined => {
  if (template === undefined) return undefined;
  const { fact } = readTemplate(template);
  return fact.known ? withoutCredentialsIn(fact.value) : undefined;
};

const textMembers = (template: JsonValue | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(plainMembers(template)).flatMap(([key, tag]) => (typeof tag === 'string' ? [[key, tag]] : [])),
  );

/** The members of an object that are known and no secrets. */
const plainMembers = (template: JsonValue | undefined): JsonObject => {
  if (!isJsonObject(template)) return {};
  return Object.fromEntries(
    Object.entries(template).flatMap(([key, member]) => {
      const value = plain(member);
      return value === undefined ? [] : [[key, value]];
    }),
  );
};
