import { numberText } from '../cty/number';
import { isList, isNull, isNumber, isObject, type Value } from '../cty/value';
import { parseDuration } from '../duration';
import type { Validator } from './attribute';

/** The value is one of the texts. */
export const oneOf =
  (...allowed: readonly string[]): Validator =>
  (value) =>
    typeof value === 'string' && allowed.includes(value)
      ? undefined
      : {
          summary: 'Value is not allowed',
          detail: `${shown(value)} is not one of ${allowed.map((one) => JSON.stringify(one)).join(', ')}.`,
        };

/** The number is in the closed interval. */
export const between =
  (least: number, most: number): Validator =>
  (value) =>
    isNumber(value) && Number(numberText(value)) >= least && Number(numberText(value)) <= most
      ? undefined
      : { summary: 'Number is out of range', detail: `${shown(value)} is not between ${least} and ${most}.` };

/** The text has so many characters, or the list, set or map so many elements. */
export const lengthBetween =
  (least: number, most: number): Validator =>
  (value) => {
    const length = measureLength(value);
    if (length >= least && length <= most) return undefined;
    return {
      summary: 'Length is out of range',
      detail: `${shown(value)} has length ${length}, allowed are ${least} to ${most}.`,
    };
  };

/** The text is not empty. */
export const isGiven: Validator = (value) =>
  value === '' ? { summary: 'Text is empty', detail: 'It is an empty text. Give it a value.' } : undefined;

/** No element of the list, set or map is null: the registry has none, and what it has would never be as it is planned. */
export const withoutNulls: Validator = (value) => {
  const [at] = Object.entries(isList(value) || isObject(value) ? value : {}).find(([, one]) => isNull(one)) ?? [];
  if (at === undefined) return undefined;
  return {
    summary: 'Null is no element',
    detail: isList(value)
      ? `Element ${at} is null. Leave it out: [for one in LIST : one if one != null].`
      : `${at} is null. Leave it out: { for name, one in MAP : name => one if one != null }.`,
  };
};

/** Longest that a timer can wait. */
const longestHours = 576;

/** The text is a time-out such as `90s`, `30m` or `1h30m`: longer than nothing, and what a timer can wait. */
export const isDuration: Validator = (value) => {
  const durationMs = typeof value === 'string' ? parseDuration(value) : undefined;
  if (durationMs === undefined)
    return {
      summary: 'Value is not a duration',
      detail: `${shown(value)} is not a duration such as "90s", "30m" or "1h30m".`,
    };
  if (durationMs > 0 && durationMs <= longestHours * 3_600_000) return undefined;
  return {
    summary: 'Duration is out of range',
    detail: `${shown(value)} is not longer than nothing and at most ${longestHours}h, such as "90s", "30m" or "1h30m".`,
  };
};

const measureLength = (value: Value): number => {
  if (typeof value === 'string') return [...value].length;
  if (isList(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : 0;
};

const shown = (value: Value): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  return isNumber(value) ? numberText(value) : 'The value';
};
