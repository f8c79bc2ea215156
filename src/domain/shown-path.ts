import type { PathRules } from './ports';

/** A path as people and files of every system read it: from the working directory, with slashes. */
export const shownPath = ({ relative, sep }: PathRules, cwd: string, path: string): string =>
  relative(cwd, path).split(sep).join('/');
