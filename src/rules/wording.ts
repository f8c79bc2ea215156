import { withoutCredentials, type Finding } from '../domain';
import type { MessageData } from './verdict';

const placeholder = /\{([a-zA-Z]+)\}/g;

/** The names of the placeholders of a message, in order. Never throws. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name]) => name ?? '');

/**
 * Fills the placeholders of a message; one without data stays as it is. Of an address, who logs in by it is left
 * out; other values are put in as they are. Never throws.
 */
export const fillMessage = (text: string, data: MessageData): string =>
  text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(data, name) ? withoutCredentials(String(data[name])) : whole,
  );

/** One finding as a few lines of plain text: severity, rule and place, then what is wrong, then what to do. Never throws. */
export const findingText = ({
  severity,
  ruleId,
  address,
  attribute,
  detail,
  remedy,
  acknowledged,
}: Finding): string => {
  const indent = ' '.repeat(9);
  return [
    `${severity.padEnd(7)}  ${ruleId}   ${address} › ${attribute}`,
    `${indent}${detail}`,
    `${indent}${remedy}`,
    ...(acknowledged ? [`${indent}Acknowledged: ${acknowledged.reason} (${acknowledged.scope})`] : []),
  ].join('\n');
};
