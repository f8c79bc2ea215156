import { countBytes } from './bytes';
import type { Section } from './markdown-section';

/** How a document of sections is cut into comments. */
interface FitOptions {
  /** Bytes that one part may have. */
  readonly maxLength: number;
  /** First line of a part, by its number from 1. */
  readonly markerOf: (part: number) => string;
}

/** Room for the last line of a part. */
const footerRoom = 64;

/**
 * Puts blocks and whole sections into as few parts as they fit into, in order. A section that is longer than a part is cut between
 * its blocks, and each piece is folded and titled again; so no part ends within a table, a fence or a tag. A block that is longer
 * than a part has a part of its own: the caller sees to it that there is none.
 */
export const fitParts = (
  blocks: readonly string[],
  sections: readonly Section[],
  { maxLength, markerOf }: FitOptions,
): readonly string[] => {
  const sizeOf = maxLength === Infinity ? () => 0 : countBytes;
  const room = maxLength - footerRoom - countBytes(markerOf(9_999)) - 2;
  const parts: string[][] = [[]];
  let used = 0;
  const put = (text: string): void => {
    const size = sizeOf(text) + 2;
    if (used > 0 && used + size > room) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(text);
    used += size;
  };
  for (const block of blocks) put(block);
  for (const section of sections) {
    for (const piece of cutPieces(section, room)) put(piece);
  }
  return parts.map((texts, index) => {
    const footer = parts.length === 1 ? [] : [`*Part ${index + 1} of ${parts.length}*`];
    return `${[markerOf(index + 1), ...texts, ...footer].join('\n\n')}\n`;
  });
};

const cutPieces = (section: Section, room: number): readonly string[] => {
  const whole = writePiece(section, section.blocks, false);
  if (room === Infinity || countBytes(whole) <= room) return [whole];
  const frame = countBytes(writePiece(section, [''], true));
  const pieces: string[][] = [[]];
  let used = frame;
  for (const block of section.blocks) {
    const size = countBytes(block) + 2;
    if (used > frame && used + size > room) {
      pieces.push([]);
      used = frame;
    }
    pieces.at(-1)?.push(block);
    used += size;
  }
  return pieces.map((blocks, index) => writePiece(section, blocks, index > 0));
};

const writePiece = ({ heading, fold }: Section, blocks: readonly string[], isContinued: boolean): string => {
  const more = isContinued ? ' (continued)' : '';
  const body = blocks.join('\n\n');
  return fold === undefined
    ? `${heading}${more}\n\n${body}`
    : `<details>\n<summary>${fold}${more}</summary>\n\n${body}\n\n</details>`;
};
