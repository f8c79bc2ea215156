import { printable, toRfc3339, type CardService, type EpochMs } from '../../domain';
import { placeAt, spanStory, tellFork, type Lane } from '../../time';
import { clip } from './escape';

const width = 48;
const longestName = 34;

/**
 * The windows of a fork's source as lines of text: `━` any instant, `│` a backup, `╌` not copied, `▼` the recovery point above
 * them. Empty: there is no window.
 */
export const timeLineText = (service: CardService, now: string | null): readonly string[] => {
  const story = tellFork(service, now);
  if (story === undefined) return [];
  const { from, to } = spanStory(story);
  const view = { from, to: Math.max(to, from + 1), width: width - 1 };
  const columnOf = (at: EpochMs): number => Math.round(placeAt(view, at));
  const names = story.lanes.map(({ role, location }) => clip(printable(`${location} (${role})`), longestName));
  const indent = Math.max(...names.map((name) => name.length)) + 2;
  const [begin, end] = [toRfc3339(from), toRfc3339(to)];
  return [
    ...story.forks.map(({ at }) => `${' '.repeat(indent + columnOf(at))}▼ ${toRfc3339(at)}`),
    ...story.lanes.map((lane, index) => `${(names[index] ?? '').padEnd(indent)}${drawBar(lane, columnOf)}`.trimEnd()),
    `${' '.repeat(indent)}${begin}${' '.repeat(Math.max(1, width - begin.length - end.length))}${end}`,
  ];
};

const drawBar = ({ window, backupsOnly, backups, gaps }: Lane, columnOf: (at: EpochMs) => number): string => {
  if (window === null) return '';
  const cells = Array.from({ length: width }, () => ' ');
  const paint = (first: number, last: number, mark: string): void => {
    for (let column = first; column <= last; column += 1) cells[column] = mark;
  };
  if (backupsOnly) for (const { at } of backups) cells[columnOf(at)] = '│';
  else paint(columnOf(window.from), columnOf(window.to), '━');
  for (const { from, to } of gaps) paint(columnOf(from) + 1, columnOf(to) - 1, '╌');
  return cells.join('');
};
