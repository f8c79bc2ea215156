import { settingFault } from '../../planner';
import {
  type Diagnostic,
  errorAt,
  isNull,
  isObject,
  isUnknown,
  type ObjectValue,
  type Value,
  warningAt,
} from '../protocol';
import { toText } from '../values';
import { tagsIn } from './declared-service';
import { blockKeys, keyOfType } from './user-config';

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

/** What no service takes: names that no setting has, and known values that are empty or out of bounds. No text shows one. */
export const secretFaults = (config: ObjectValue): readonly Diagnostic[] => [
  ...Object.entries(tagsIn(config['secrets'] ?? null)).flatMap(([path, variable]) => {
    const why = notASetting('secrets', path) ?? (variable === '' ? namelessVariable(path) : undefined);
    return why === undefined ? [] : [errorAt({ ...why, path: ['secrets'] })];
  }),
  ...writtenFaults(config),
];

const notASetting = (attribute: string, path: string): Told | undefined =>
  blockKeys().has(keyOfPath(path))
    ? undefined
    : { summary: 'Not a setting', detail: `${attribute}: no type of service has a setting ${path}. Take it out.` };

const namelessVariable = (path: string): Told => ({
  summary: 'A secret has no variable',
  detail: `secrets: the name of the environment variable that holds ${path} is empty. Name it, or take ${path} out.`,
});

type Told = Pick<Diagnostic, 'summary' | 'detail'>;

const writtenFaults = (config: ObjectValue): readonly Diagnostic[] => {
  const [written, type] = [config['secrets_wo'] ?? null, toText(config['service_type']) ?? ''];
  return Object.entries(isObject(written) ? written : {}).flatMap(([path, value]) => {
    const why = secretFault(path, value, type);
    return why === undefined ? [] : [errorAt({ ...why, path: ['secrets_wo'] })];
  });
};

const secretFault = (path: string, value: Value, type: string): Told | undefined => {
  const unknownName = notASetting('secrets_wo', path);
  if (unknownName !== undefined) return unknownName;
  if (value === '')
    return {
      summary: 'A secret is empty',
      detail: `secrets_wo: the value of ${path} is empty. Give it one, or take it out.`,
    };
  const key = keyOfType(path, type);
  const fault = key?.effect === 'secret' && typeof value === 'string' ? settingFault(key, value) : undefined;
  return fault === undefined
    ? undefined
    : { summary: 'Value is outside the bounds of the setting', detail: `secrets_wo, ${path}: ${fault}` };
};

/** What a raised version does not reach: who reads that it was applied would take the secret for changed. */
export const unsentSecrets = (
  { prior, planned, config }: Record<'prior' | 'planned' | 'config', ObjectValue>,
  service: string,
): readonly Diagnostic[] => {
  const [name, written] = ['secrets_wo_version', config['secrets_wo'] ?? null];
  if (isUnknown(planned[name]) || !isNewVersion(prior, planned, name) || !isObject(written)) return [];
  const paths = Object.keys(written).filter((path) => isReadAtCreate(path, toText(planned['service_type']) ?? ''));
  if (paths.length === 0) return [];
  const detail =
    `${name} is another, but of secrets_wo ${paths.join(' and ')} ${paths.length === 1 ? 'is' : 'are'} read only while a service is ` +
    `made: ${service} keeps what it has. For another password set password_wo of a forkcast_service_user, and raise its version.`;
  return [warningAt({ summary: 'A secret is not sent to a live service', detail, path: [name] })];
};

/** Whether the secrets are to be sent to a live service again. */
export const isNewVersion = (prior: ObjectValue, planned: ObjectValue, version: string): boolean =>
  !isNull(planned[version] ?? null) && prior[version] !== planned[version];

/** Settings with a secret that a live service takes; one that is read only while it is made is not sent again. */
export const keysToSend = (serviceType: string, secrets: ReadonlyMap<string, string>): readonly string[] =>
  [...secrets.keys()].filter((path) => !isReadAtCreate(path, serviceType)).map(keyOfPath);

const isReadAtCreate = (path: string, serviceType: string): boolean =>
  keyOfType(keyOfPath(path), serviceType)?.createOnly === true;

const keyOfPath = (path: string): string => path.split('.', 1).join('');

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
