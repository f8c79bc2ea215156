import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { counted, type ReviewCard } from '../../domain';
import type { Context } from '../command';
import { writeText } from '../files';
import { sourceBlocksIn } from '../source-blocks';
import { applyEdits, writePatch } from './apply-edits';
import { findEdits, type ByHand } from './find-edits';
import type { SourceFiles } from './source-files';

/** A file that would be written back byte for byte; undefined: it is no UTF-8. */
const readWhole = (cwd: string, file: string): string | undefined => {
  const bytes = readFileSync(resolve(cwd, file));
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
};

/**
 * Mends what can be mended in the source of a configuration. Gives the patch, or with `write` a line on each file that was written; what is
 * left to write by hand is said beside. @throws FileUnreadableError
 */
export const fixSource = (
  { terminal: { cwd }, log }: Pick<Context, 'terminal' | 'log'>,
  card: ReviewCard,
  { folder, how }: { readonly folder: string; readonly how: 'patch' | 'write' },
): string => {
  const source: SourceFiles = { blocks: sourceBlocksIn(cwd, folder), read: (file) => readWhole(cwd, file) };
  const { edits, byHand } = findEdits(card, source);
  for (const line of byHand.map(sayByHand)) log(line);
  const files = applyEdits(edits, source.read);
  if (how === 'patch') {
    log(files.length === 0 ? 'fix: nothing that could be mended by a patch' : `fix: ${sayCount(edits.length, files)}`);
    return writePatch(files);
  }
  for (const { file, after } of files) writeText(cwd, file, after);
  if (files.length === 0) return 'Nothing was written: there is nothing that could be mended by itself.\n';
  return `Written: ${sayCount(edits.length, files)}. What was judged was the plan before: make it again.\n`;
};

const sayCount = (edits: number, files: readonly { readonly file: string }[]): string =>
  `${counted(edits, 'edit')} in ${files.map(({ file }) => file).join(', ')}`;

const sayByHand = ({ address, ruleId, write, why }: ByHand): string =>
  write === null
    ? `fix: ${address}: nothing to write, as ${why}: make the plan again (${ruleId})`
    : `fix: ${address}: write ${write} by hand, as ${why} (${ruleId})`;
