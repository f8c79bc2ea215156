import { setQuery, useApp } from '../app';
import { readCursor, writeLength, writeShort, zoomView, type AxisLayout, type Story } from '../../time';
import { useLooking } from '../looking';
import { Axis, useLayout, type Looking } from '../panels/axis';
import { AxisTable } from '../panels/axis-table';
import { CodePanel } from '../panels/code';
import { CursorPanel } from '../panels/cursor';
import { useFrameWidth } from '../panels/frame-width';
import { VerdictPanel } from '../panels/verdicts';
import type { ServiceData } from '../service-data';

/** What can be got back, from where, and what that would be. */
export const TimeLineTab = ({ data }: { readonly data: ServiceData }) => {
  const { frame, width } = useFrameWidth();
  const looking = useLooking(data.story, width);
  const layout = useLayout(data.story, looking.view);
  return (
    <>
      <section class="card" aria-label="Time line">
        <AxisHead story={data.story} looking={looking} />
        <div class="axis-frame" ref={frame}>
          <Axis story={data.story} layout={layout} looking={looking} />
        </div>
        <p class="hidden" aria-live="polite">
          {readCursor(data.story, looking.cursor)}
        </p>
        <Unnamed layout={layout} />
        <AxisTable story={data.story} />
      </section>
      <div class="panels">
        <CursorPanel data={data} cursor={looking.cursor} />
        <VerdictPanel data={data} cursor={looking.cursor} />
        <CodePanel data={data} cursor={looking.cursor} />
      </div>
    </>
  );
};

const AxisHead = ({ story, looking }: { readonly story: Story; readonly looking: Looking }) => {
  const app = useApp();
  const { view, reach, cursor, onView } = looking;
  const zoom = (factor: number): void => onView(zoomView(view, reach, { factor, around: cursor }));
  return (
    <div class="axis-head">
      <p>{sayWhatCanBeRestored(story)}</p>
      <div class="zoom" role="group" aria-label="Zoom">
        <button aria-label="Show more time" onClick={() => zoom(2)}>
          −
        </button>
        <span>{writeLength(view.to - view.from)}</span>
        <button aria-label="Show less time" onClick={() => zoom(0.5)}>
          +
        </button>
      </div>
      <button class="small" onClick={() => setQuery(app, { dialog: 'time' }, 'push')}>
        Go to time…
      </button>
    </div>
  );
};

/** The answer of the whole page, in one sentence. */
const sayWhatCanBeRestored = ({ lanes, now, service }: Story): string => {
  const [first, second] = lanes;
  if (first?.window === undefined || first.window === null)
    return `Nothing of ${service} can be restored: there is no backup.`;
  const what = first.backupsOnly ? 'Its backups' : 'Any instant';
  const until = (to: number): string => (to >= now ? 'now' : writeShort(to));
  const main = `${what} from ${writeShort(first.window.from)} UTC until ${until(first.window.to)} can be restored`;
  if (second === undefined) return `${main}, from ${first.location} alone.`;
  if (second.window === null) return `${main}; nothing yet from ${second.location}.`;
  return `${main}; from ${second.location} until ${until(second.window.to)}.`;
};

const Unnamed = ({ layout: { unnamed } }: { readonly layout: AxisLayout }) => {
  if (unnamed.length === 0) return null;
  const names = unnamed.slice(0, 6).join(', ');
  return (
    <p class="hint">
      No room is left to name {unnamed.length > 6 ? `${names} and ${unnamed.length - 6} more` : names}: see the table.
    </p>
  );
};
