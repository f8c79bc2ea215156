import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

/** A line that a page tells its reader to type. */
export interface TypedLine {
  readonly page: string;
  /** The heading that it stands under; the title of the page where there is none nearer. */
  readonly heading: string;
  /** Whole, without what is said beside it. */
  readonly line: string;
}

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`)
    .sort();

/** Every page of the package. */
export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  ...pagesIn('docs'),
  ...pagesIn('examples'),
];

const headingBefore = (text: string): string => [...text.matchAll(/^#{1,3} (.*)$/gm)].at(-1)?.[1] ?? '';

/** The lines of a page's shell blocks, in their order. */
export const typedIn = (page: string): readonly TypedLine[] => {
  const text = readFileSync(join(repositoryRoot, page), 'utf8');
  return [...text.matchAll(/^ *```(?:sh|bash|shell|console)\n(.*?)^ *```$/gmsu)].flatMap(({ 1: block = '', index }) =>
    block
      .split('\n')
      .map((line) =>
        line
          .replace(/^ *(?:\$ )?/, '')
          .replace(/\s+#.*$/, '')
          .trimEnd(),
      )
      .filter((line) => line !== '')
      .map((line) => ({ page, heading: headingBefore(text.slice(0, index)), line })),
  );
};
