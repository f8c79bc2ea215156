import {
  isJsonList,
  isJsonObject,
  once,
  serviceTypes,
  sourceKeyNames,
  withoutSecrets,
  type JsonObject,
  type JsonValue,
  type UserConfigKey,
} from '../../../domain';
import {
  pickBlock,
  listFields,
  isLater,
  laterValue,
  objectOr,
  pickPart,
  writeTemplate,
  type MarkedValue,
} from '../marked-value';
import { hiddenValue, secretValue } from '../../read-template';
import type { FieldContext } from './family';
import { bySpelling, namedInApi, nameInApi } from './provider-spelling';

const keysOf: ReadonlyMap<string, ReadonlyMap<string, UserConfigKey>> = new Map(
  serviceTypes.map(({ name, userConfig }) => [name, new Map(userConfig.map((key) => [key.key, key]))]),
);

/** Looked up for every field of every service of a plan. */
const namesBySpelling = once(
  () =>
    new Map(
      serviceTypes.map(({ name, userConfig }) => [
        name,
        bySpelling(
          name,
          userConfig.map(({ key }) => key),
        ),
      ]),
    ),
);

const secretKeysOf: ReadonlyMap<string, readonly string[]> = new Map(
  serviceTypes.map(({ name, userConfig }) => [
    name,
    userConfig.filter(({ effect }) => effect === 'secret').map(({ key }) => key),
  ]),
);

/** Where the settings stand, and whether in the spelling of the vendor's provider. */
type SettingsContext = FieldContext & { readonly blockName: string; readonly isVendors?: boolean };

/**
 * The settings in a `user_config` block, in the types of the API: blocks of one become objects, numbers in quotes become numbers.
 * What is null or empty was not written, but for an empty list or source in a block of ours; secrets are masked. Never throws.
 */
export const readUserConfig = (
  serviceType: string,
  values: MarkedValue,
  { blockName, isWritten, isHidden, isVendors = false }: SettingsContext,
): JsonValue => {
  const found = pickBlock(pickPart(values, blockName));
  if (found === undefined) return {};
  if (found.unknown === true)
    return isWritten(blockName) ? laterValue : isHidden?.(blockName) === true ? hiddenValue : {};
  if (found.sensitive === true && !isWritten(blockName)) return {};
  const block = isJsonList(found.value) ? pickPart(found, 0) : found;
  // No block at all: it goes on as it is, for whoever reads the fields to tell.
  if (block.value !== undefined && block.value !== null && !isJsonObject(block.value)) return block.value;
  const keys = keysOf.get(serviceType);
  const names = namesBySpelling().get(serviceType) ?? new Map<string, string>();
  const settings: [string, JsonValue][] = [];
  const unread: [string, JsonValue][] = [];
  const plain = objectOr(block.value);
  const later = objectOr(block.unknown);
  for (const field of listFields(block)) {
    const name = isVendors ? nameInApi(names, field) : field;
    const key = keys?.get(name);
    if (later[field] === undefined && isUnwritten(plain[field], key, !isVendors)) continue;
    const template = writeTemplate(pickPart(block, field));
    const value = typed(isVendors ? namedInApi(serviceType, key?.fields, template) : template, key);
    if (isUnwritten(value, key, !isVendors)) continue;
    if (key?.effect === 'secret') unread.push([name, secretValue]);
    else if (isLater(value)) unread.push([name, value]);
    else settings.push([name, value]);
  }
  return { ...withoutSecrets(serviceType, Object.fromEntries(settings)), ...Object.fromEntries(unread) };
};

/** How long the secrets are that a `user_config` block holds in the clear, by API key; null: it holds none. Never throws. */
export const readSecretLengths = (serviceType: string, values: MarkedValue, blockName: string): JsonValue => {
  const secretKeys = secretKeysOf.get(serviceType) ?? [];
  if (secretKeys.length === 0) return null;
  const block = objectOr(
    pickBlock({ ...pickPart(values, blockName), unknown: undefined, sensitive: undefined })?.value,
  );
  const lengths = secretKeys.flatMap((key) => {
    const value = block[key];
    return typeof value === 'string' && value !== '' ? [[key, value.length] as const] : [];
  });
  return lengths.length === 0 ? null : Object.fromEntries(lengths);
};

/**
 * An empty version may be sent as it is written. An empty list, or source, is what somebody wrote where the block is our provider's; a plan
 * of the vendor's has both where nobody wrote any.
 */
const isUnwritten = (value: JsonValue | undefined, key: UserConfigKey | undefined, sendsEmpty = false): boolean =>
  value === undefined ||
  value === null ||
  (value === '' && key?.effect !== 'version' && !(sendsEmpty && isSource(key))) ||
  (isJsonList(value) && value.length === 0 && !(sendsEmpty && isList(key)));

const isSource = (key: UserConfigKey | undefined): boolean => sourceKeyNames.some((name) => name === key?.key);

const isList = (key: UserConfigKey | undefined): boolean => key?.kind === 'array' || key?.kind === 'string-array';

const typed = (value: JsonValue, key: UserConfigKey | undefined): JsonValue => {
  if (isLater(value)) return value;
  switch (key?.kind) {
    case 'integer':
    case 'number':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'string':
      return typeof value === 'number' ? String(value) : value;
    case 'object':
      return isJsonList(value) ? written(value[0]) : written(value);
    default:
      return value;
  }
};

const written = (value: JsonValue | undefined): JsonValue => {
  if (!isJsonObject(value)) return value ?? null;
  const kept: JsonObject = Object.fromEntries(
    Object.entries(value).filter(([, inner]) => !isUnwritten(inner, undefined)),
  );
  return kept;
};
