import { type CardFork, type CardWindow, printable } from '../../domain';
import { clip } from './escape';
import { makeTimeScale, type TimeScale } from './time-scale';

const width = 48;
const longestName = 34;

/**
 * The windows of a fork's source as lines of text: `━` any instant, `│` a backup, `╌` not copied, `▼` the recovery point above
 * them. Empty: there is no window.
 */
export const timeLineText = (fork: CardFork, now: string | null): readonly string[] => {
  const scale = makeTimeScale(fork, now);
  if (scale === undefined) return [];
  const names = fork.windows.map(({ role, location }) => clip(printable(`${location} (${role})`), longestName));
  const indent = Math.max(...names.map((name) => name.length)) + 2;
  const { at } = fork.point;
  return [
    ...(at === null ? [] : [`${' '.repeat(indent + findColumn(at, scale))}▼ ${at}`]),
    ...fork.windows.map((window, index) => `${(names[index] ?? '').padEnd(indent)}${drawBar(window, scale)}`.trimEnd()),
    `${' '.repeat(indent)}${scale.from}${' '.repeat(Math.max(1, width - scale.from.length - scale.to.length))}${scale.to}`,
  ];
};

const findColumn = (instant: string, { placeOf }: TimeScale): number => Math.round(placeOf(instant) * (width - 1));

const drawBar = ({ earliest, latest, instants, backups, gaps }: CardWindow, scale: TimeScale): string => {
  if (earliest === null || latest === null) return '';
  if (instants === 'any' && gaps.length === 0) {
    const first = findColumn(earliest, scale);
    return ' '.repeat(first) + '━'.repeat(Math.max(0, findColumn(latest, scale) - first + 1));
  }
  const cells = Array.from({ length: width }, () => ' ');
  const paint = (first: number, last: number, mark: string): void => {
    for (let column = first; column <= last; column += 1) cells[column] = mark;
  };
  if (instants === 'any') paint(findColumn(earliest, scale), findColumn(latest, scale), '━');
  else for (const backup of backups) cells[findColumn(backup, scale)] = '│';
  for (const { from, to } of gaps) paint(findColumn(from, scale) + 1, findColumn(to, scale) - 1, '╌');
  return cells.join('');
};
