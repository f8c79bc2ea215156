import { createTwoFilesPatch } from 'diff';
import type { Edit } from './find-edits';
import type { SourceFiles } from './source-files';

/** A file that edits change. */
interface EditedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Every file with its edits made, by name; what is outside of them is as it was. */
export const applyEdits = (edits: readonly Edit[], read: SourceFiles['read']): readonly EditedFile[] =>
  [...new Set(edits.map(({ file }) => file))].sort().flatMap((file) => {
    const before = read(file);
    if (before === undefined) return [];
    const own = edits.filter((edit) => edit.file === file).sort((a, b) => b.from - a.from);
    const after = own.reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), before);
    return [{ file, before, after }];
  });

/** The same as a patch that `git apply` and `patch -p1` take. */
export const writePatch = (files: readonly EditedFile[]): string =>
  files
    .map(({ file, before, after }) => createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, '', ''))
    .map((patch) => patch.replace(/^=+\n/, ''))
    .join('');
