import type { Finding } from '../domain';

const placeholder = /\{([a-zA-Z]+)\}/g;

/** The names of the placeholders of a message, in order. Never throws. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name]) => name ?? '');

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
