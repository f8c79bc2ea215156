import type { JsonObject, JsonValue } from '../json';
import { mapSecrets } from '../secret-places';
import type { ServiceResource } from '../service-resource';

/** A service as its code has it: what every language spells in its own way. */
export interface WrittenService {
  readonly project: string;
  readonly label: string;
  readonly serviceType: string;
  /** By API names, in the order of the page; what is not there is left to the control plane. */
  readonly fields: JsonObject;
  /** Settings in the names of the API, without their secrets. */
  readonly settings: JsonObject;
  /** The same, with `replace` in the place of each secret. */
  readonly settingsWith: (replace: (variable: string) => JsonValue) => JsonObject;
  /** The environment variable that each secret is read from, by its path. No code has a secret. */
  readonly secrets: readonly (readonly [path: string, variable: string])[];
}

type CodedField =
  | 'project'
  | 'service_name'
  | 'service_type'
  | 'plan'
  | 'cloud_name'
  | 'disk_space_mb'
  | 'termination_protection'
  | 'tags'
  | 'from'
  | 'latest_transaction';

/** Takes a declared service apart for its languages. Never throws. */
export const writtenService = (service: Pick<ServiceResource, CodedField | 'user_config'>): WrittenService => {
  const owner = { kind: 'service', type: service.service_type } as const;
  const map = (secret: (path: readonly string[]) => JsonValue | undefined): JsonObject =>
    mapSecrets(owner, withoutNulls(service.user_config), { secret: (_, path) => secret(path), text: (text) => text });
  const secrets: (readonly [string, string])[] = [];
  const settings = map((path) => void secrets.push([path.join('.'), variableOf(path)]));
  const { project, service_name, service_type, plan, cloud_name, disk_space_mb } = service;
  const { termination_protection, tags, from, latest_transaction } = service;
  const fields = {
    ...{ project, service_name, service_type, plan, cloud_name, disk_space_mb, termination_protection },
    tags: tags === undefined || Object.keys(tags).length === 0 ? undefined : tags,
    from,
    latest_transaction: latest_transaction === true ? true : undefined,
  };
  return {
    project,
    label: service_name,
    serviceType: service_type,
    fields: withoutNulls(fields),
    settings,
    settingsWith: (replace) => map((path) => replace(variableOf(path))),
    secrets,
  };
};

const withoutNulls = (fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined && entry[1] !== null),
  );

const variableOf = (path: readonly string[]): string => path.join('_').replaceAll(/\W/g, '_').toUpperCase();
