import { type Diagnostic, errorAt, isNull, isObject, isUnknown, type ObjectValue, type Value } from '../protocol';
import { tagsIn } from './declared-service';
import { keyOfType } from './user-config';

/** Secrets that stand in no plan and no state, by the path where they stand: `admin_password`. */
export const writtenSecrets = (written: ObjectValue): ReadonlyMap<string, string> =>
  new Map(Object.entries(tagsIn(written['secrets_wo'] ?? null)));

/** Terraform cannot compare what it does not keep: a number says when it is another value. Never throws. */
export const versionFaults = (config: ObjectValue, name: string): readonly Diagnostic[] => {
  const version = `${name}_version`;
  const [value, number] = [config[name] ?? null, config[version] ?? null];
  if (isNull(value) === isNull(number) || isUnknown(value) || isUnknown(number)) return [];
  const detail = isNull(number)
    ? `${name} is kept nowhere, so a number says when it is another value. Set ${version} = 1, and raise it with each new value.`
    : `${version} says when ${name} is another value, and there is none. Set ${name}, or take ${version} out.`;
  return [errorAt({ summary: `${name} and ${version} go together`, detail, path: [isNull(number) ? name : version] })];
};

/** Paths that `secrets` names too: one of the two would win unseen. */
export const doubleFaults = (config: ObjectValue): readonly Diagnostic[] =>
  Object.keys(tagsIn(config['secrets'] ?? null)).flatMap((path) => {
    if (!isWritten(config['secrets_wo'] ?? null, path)) return [];
    const detail = `${path} stands in secrets and in secrets_wo. Keep one of them.`;
    return [errorAt({ summary: 'A secret is given twice', detail, path: ['secrets_wo'] })];
  });

const isWritten = (secrets: Value, path: string): boolean => isObject(secrets) && Object.hasOwn(secrets, path);

/** Whether the secrets are to be sent to a live service again. */
export const isNewVersion = (prior: ObjectValue, planned: ObjectValue, version: string): boolean =>
  !isNull(planned[version] ?? null) && prior[version] !== planned[version];

/** Settings with a secret that a live service takes; one that is read only while it is made is not sent again. */
export const keysToSend = (serviceType: string, secrets: ReadonlyMap<string, string>): readonly string[] =>
  [...secrets.keys()]
    .map((path) => path.split('.', 1).join(''))
    .filter((key) => keyOfType(key, serviceType)?.createOnly !== true);

/** Whether its administrator's password was given as a secret: then no state has it, in its address neither. */
const isConcealed = (object: ObjectValue): boolean =>
  !isNull(object['secrets_wo_version'] ?? null) || isWritten(object['secrets'] ?? null, 'admin_password');

/** The address of a service as a state may have it. */
export const addressIn = (object: ObjectValue, uri: string | null): string | null =>
  isConcealed(object) ? (uri?.replace(/^([a-z+]+:\/\/[^:/@]*):[^@/]*@/, '$1@') ?? null) : uri;

/** The address that is planned: as before, unless it is to be concealed or shown from now on. */
export const planAddress = (prior: ObjectValue, planned: ObjectValue, shown: Value): Value => {
  const before = prior['service_uri'] ?? null;
  if (isConcealed(prior) === isConcealed(planned) || typeof before !== 'string') return before;
  return isConcealed(planned) ? addressIn(planned, before) : shown;
};
