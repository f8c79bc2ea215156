import { parseInstant, type CardService, type CardWindow, type EpochMs } from '../domain';
import type { Lane, Story } from './story';
import type { Reach } from './view';

/** A service of a card, as far as its fork is told. */
type Told = Pick<CardService, 'address' | 'side' | 'fork'>;

/** The time of a fork in a card: the windows of its source as they were then, and the instant that it asks for; undefined: none is told. */
export const tellFork = ({ address, side, fork }: Told, now: string | null): Story | undefined => {
  if (fork === null) return undefined;
  const name = side.name ?? address;
  const cloud = side.cloud ?? 'its cloud is not known';
  const [at] = read(fork.point.at);
  const told = fork.windows.flatMap(({ earliest, latest }) => [...read(earliest), ...read(latest)]);
  if (told.length === 0) return undefined;
  const end = Math.max(...read(now), ...told);
  return {
    service: fork.source.name ?? '',
    now: end,
    createdAt: Math.min(...told, at ?? end),
    lanes: fork.windows.map((window) => tellWindow(window, end)),
    lag: [],
    forks:
      at === undefined
        ? []
        : [{ project: '', name, incarnation: 1, cloud, at, role: fork.point.role ?? 'primary', endedAt: null }],
    events: [],
    held: null,
  };
};

const tellWindow = (window: CardWindow, end: EpochMs): Lane => {
  const { role, location, earliest, latest, instants, backups, gaps, lagSeconds } = window;
  const [from] = read(earliest);
  const [to = end] = read(latest);
  return {
    role,
    location,
    window: from === undefined ? null : { from, to },
    backupsOnly: instants === 'backups',
    backups: backups.flatMap(read).map((at) => ({ name: '', at, sizeBytes: null })),
    gaps: gaps.flatMap((gap) =>
      read(gap.from).flatMap((begin) => read(gap.to).map((over) => ({ from: begin, to: over, reason: 'not copied' }))),
    ),
    lagSeconds,
  };
};

const read = (text: string | null): readonly EpochMs[] => {
  const at = text === null ? undefined : parseInstant(text);
  return at === undefined ? [] : [at];
};

/** From the first to the last instant of a story, which may be asked for after its now. */
export const spanStory = ({ createdAt, now, forks }: Story): Reach => ({
  from: createdAt,
  to: Math.max(now, ...forks.map(({ at }) => at)),
});

/** The same with a margin at both ends, in which marks of the ends are whole. */
export const frameStory = (story: Story): Reach => {
  const { from, to } = spanStory(story);
  const margin = Math.max(1, (to - from) / 40);
  return { from: from - margin, to: to + margin };
};
