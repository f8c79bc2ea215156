import { useMemo, useState } from 'preact/hooks';
import type { CardService, EpochMs } from '../../domain';
import { frameStory, readCursor, tellFork, type Story, type View } from '../../time';
import { Axis, useLayout } from '../panels/axis';
import { AxisTable } from '../panels/axis-table';
import { useFrameWidth } from '../panels/frame-width';

/** The time axis of a fork in a stored review: the windows of its source as they were then, and the instant that it asks for. */
export const ReviewAxis = ({ service, now }: { readonly service: CardService; readonly now: string | null }) => {
  const story = useMemo(() => tellFork(service, now), [service, now]);
  return story === undefined ? null : <StoryAxis story={story} />;
};

const StoryAxis = ({ story }: { readonly story: Story }) => {
  const { frame, width } = useFrameWidth();
  const [looked, setLooked] = useState<{ readonly view?: View; readonly cursor?: EpochMs }>({});
  const reach = frameStory(story);
  const cursor = looked.cursor ?? story.forks[0]?.at ?? story.now;
  const looking = {
    view: { ...(looked.view ?? reach), width },
    reach,
    cursor,
    onView: (view: View) => setLooked((before) => ({ ...before, view })),
    onCursor: (at: EpochMs) => setLooked((before) => ({ ...before, cursor: at })),
  };
  const layout = useLayout(story, looking.view);
  return (
    <>
      <div class="axis-frame" ref={frame}>
        <Axis story={story} layout={layout} looking={looking} />
      </div>
      <p class="hidden" aria-live="polite">
        {readCursor(story, cursor)}
      </p>
      <AxisTable story={story} />
    </>
  );
};
