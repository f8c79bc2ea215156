/** What most texts are made of: it needs no second look. */
const plain = /^[ -~]*$/;
const plainLines = /^[\n\t -~]*$/;

/** Control, direction, joining and other invisible characters, halves of characters, and what ends a line or a paragraph. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One line without anything unseen: line ends become spaces; control, direction and other invisible characters their code. */
export const printable = (text: string): string => (plain.test(text) ? text : visible(text));

const visible = (text: string): string =>
  text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/**
 * A whole text as it may be printed: lines and tabs stay, everything else that is unseen becomes what JSON writes for it, so that a text
 * in JSON means what it meant.
 */
export const printableText = (text: string): string =>
  plainLines.test(text)
    ? text
    : text.replace(unseen, (character) =>
        character === '\n' || character === '\t' ? character : jsonEscape(character),
      );

/** The same of one value, line ends and tabs among it. */
export const printableValue = (text: string): string =>
  plain.test(text) ? text : text.replace(unseen, (character) => jsonEscape(character));

const jsonEscape = (character: string): string => {
  const escaped = JSON.stringify(character).slice(1, -1);
  return escaped === character ? character.split('').map(unitEscape).join('') : escaped;
};

const unitEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
