import { useMemo, useState } from 'preact/hooks';
import { parseInstant, type CardFork, type EpochMs } from '../../domain';
import { readCursor } from '../axis/layout';
import type { Story } from '../axis/story';
import type { View } from '../axis/view';
import { Axis } from '../panels/axis';
import { AxisTable } from '../panels/axis-table';
import { useFrameWidth } from '../panels/frame-width';

interface ForkSide {
  readonly name: string;
  readonly cloud: string;
}

/** The time axis of a fork in a stored review: the windows of its source as they were then, and the instant that it asks for. */
export const ReviewAxis = ({
  fork,
  side,
  now,
}: {
  readonly fork: CardFork;
  readonly side: ForkSide;
  readonly now: string | null;
}) => {
  const story = useMemo(() => tellFork(fork, side, now), [fork, side.name, now]);
  const { frame, width } = useFrameWidth();
  const [looked, setLooked] = useState<{ readonly view?: View; readonly cursor?: EpochMs }>({});
  if (story === undefined) return null;
  const margin = Math.max(1, (story.now - story.createdAt) / 40);
  const reach = { from: story.createdAt - margin, to: story.now + margin };
  const cursor = looked.cursor ?? story.forks[0]?.at ?? story.now;
  const looking = {
    view: { ...(looked.view ?? reach), width },
    reach,
    cursor,
    onView: (view: View) => setLooked((before) => ({ ...before, view })),
    onCursor: (at: EpochMs) => setLooked((before) => ({ ...before, cursor: at })),
  };
  return (
    <>
      <div class="axis-frame" ref={frame}>
        <Axis story={story} looking={looking} />
      </div>
      <p class="hidden" aria-live="polite">
        {readCursor(story, cursor)}
      </p>
      <AxisTable story={story} />
    </>
  );
};

/** What the card tells of time; undefined: nothing. */
const tellFork = (fork: CardFork, { name, cloud }: ForkSide, now: string | null): Story | undefined => {
  const at = fork.point.at === null ? undefined : parseInstant(fork.point.at);
  const told = fork.windows.flatMap(({ earliest, latest }) => [earliest, latest]).flatMap((text) => parseText(text));
  if (told.length === 0) return undefined;
  const end = parseText(now)[0] ?? Math.max(...told);
  return {
    service: fork.source.name ?? '',
    now: Math.max(end, ...told),
    createdAt: Math.min(...told, ...(at === undefined ? [] : [at])),
    lanes: fork.windows.map(({ role, location, earliest, latest, instants, backups, gaps }) => {
      const [from] = parseText(earliest);
      const to = parseText(latest)[0] ?? end;
      return {
        role,
        location,
        window: from === undefined ? null : { from, to },
        backupsOnly: instants === 'backups',
        backups: backups.flatMap((text) =>
          parseText(text).map((moment) => ({ name: '', at: moment, sizeBytes: null })),
        ),
        gaps: gaps.flatMap((gap) =>
          parseText(gap.from).flatMap((begin) =>
            parseText(gap.to).map((over) => ({ from: begin, to: over, reason: 'not copied' })),
          ),
        ),
        lagSeconds: null,
      };
    }),
    lag: [],
    forks:
      at === undefined
        ? []
        : [{ project: '', name, incarnation: 1, cloud, at, role: fork.point.role ?? 'primary', endedAt: null }],
    events: [],
    held: null,
  };
};

const parseText = (text: string | null): readonly EpochMs[] => {
  const at = text === null ? undefined : parseInstant(text);
  return at === undefined ? [] : [at];
};
