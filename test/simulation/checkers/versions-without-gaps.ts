import type { Checker } from '../observation';

/** The versions of each stream count from 1 without gaps, and time in the log never goes back. */
export const versionsWithoutGaps: Checker = ({ log }) => {
  const versions = new Map<string, number>();
  let newest = 0;
  for (const { stream, version, at } of log) {
    const expected = (versions.get(stream) ?? 0) + 1;
    if (version !== expected) return `${stream} goes on with version ${version}, not ${expected}`;
    versions.set(stream, version);
    if (at < newest) return `${stream} version ${version} is of ${at}, before ${newest}`;
    newest = at;
  }
  return undefined;
};
