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
import { objectOr } from './plan/marked-value';

/**
 * The same requests, in which no reason of an acknowledgement repeats a secret that the input they come from holds in the clear. Never
 * throws.
 */
export const withoutKnownSecrets = (
  requests: readonly ServiceRequest[],
  input: JsonValue,
): readonly ServiceRequest[] => {
  if (requests.every(({ acknowledgements }) => acknowledgements.length === 0)) return requests;
  const json = objectOr(input);
  const secrets = [...new Set([...secretTexts(json), ...markedTexts(json), ...secretVariables(json)])];
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
  (isJsonList(changes) ? changes : []).filter(isJsonObject).flatMap((resource) => {
    const change = objectOr(resource['change']);
    return ['before', 'after'].flatMap((side) => underMarks(change[side], change[`${side}_sensitive`]));
  });

const underMarks = (value: JsonValue | undefined, mark: JsonValue | undefined): readonly string[] => {
  if (value === undefined || mark === undefined) return [];
  if (mark === true) return longTexts(value);
  if (isJsonList(mark)) return isJsonList(value) ? mark.flatMap((inner, at) => underMarks(value[at], inner)) : [];
  if (!isJsonObject(mark) || !isJsonObject(value)) return [];
  return Object.entries(mark).flatMap(([name, inner]) => underMarks(value[name], inner));
};

/** The values of variables that the configuration declares sensitive. */
const secretVariables = ({ variables, configuration }: JsonObject): readonly string[] => {
  const { variables: declared } = objectOr(objectOr(configuration)['root_module']);
  const given = objectOr(variables);
  return Object.entries(objectOr(declared)).flatMap(([name, about]) =>
    objectOr(about)['sensitive'] === true ? longTexts(objectOr(given[name])['value'] ?? null) : [],
  );
};
