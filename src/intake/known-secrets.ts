import {
  isJsonList,
  isJsonObject,
  longTexts,
  secretTexts,
  withoutTexts,
  type JsonObject,
  type JsonValue,
  type ServiceRequest,
} from '../domain';

/**
 * The same requests, in which no reason of an acknowledgement repeats a secret that the input they come from holds in the clear. Never
 * throws.
 */
export const withoutKnownSecrets = (
  requests: readonly ServiceRequest[],
  read: () => JsonValue | undefined,
): readonly ServiceRequest[] => {
  if (requests.every(({ acknowledgements }) => acknowledgements.length === 0)) return requests;
  const input = read();
  if (input === undefined || !isJsonObject(input)) return requests;
  const secrets = [...new Set([...secretTexts(input), ...markedTexts(input), ...secretVariables(input)])];
  return secrets.length === 0
    ? requests
    : requests.map((request) => ({
        ...request,
        acknowledgements: request.acknowledgements.map((one) => ({
          ...one,
          reason: withoutTexts(one.reason, secrets),
        })),
      }));
};

/** What a plan marks as sensitive, on either side of a change. */
const markedTexts = ({ resource_changes: changes }: JsonObject): readonly string[] =>
  (isListOf(changes) ? changes : []).flatMap((resource) => {
    const change = isJsonObject(resource) ? resource['change'] : undefined;
    if (change === undefined || !isJsonObject(change)) return [];
    return ['before', 'after'].flatMap((side) => underMarks(change[side], change[`${side}_sensitive`]));
  });

const underMarks = (value: JsonValue | undefined, mark: JsonValue | undefined): readonly string[] => {
  if (value === undefined || mark === undefined) return [];
  if (mark === true) return longTexts(value);
  if (isJsonList(mark)) return isListOf(value) ? mark.flatMap((inner, at) => underMarks(value[at], inner)) : [];
  if (!isJsonObject(mark) || !isJsonObject(value)) return [];
  return Object.entries(mark).flatMap(([name, inner]) => underMarks(value[name], inner));
};

/** The values of variables that the configuration declares sensitive. */
const secretVariables = ({ variables, configuration }: JsonObject): readonly string[] => {
  const declared = objectIn(objectIn(configuration, 'root_module'), 'variables');
  return Object.entries(declared).flatMap(([name, about]) =>
    isJsonObject(about) && about['sensitive'] === true ? longTexts(objectIn(variables, name)['value'] ?? null) : [],
  );
};

const objectIn = (value: JsonValue | undefined, name: string): JsonObject => {
  const inner = value !== undefined && isJsonObject(value) ? value[name] : undefined;
  return inner !== undefined && isJsonObject(inner) ? inner : {};
};

const isListOf = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  value !== undefined && isJsonList(value);
