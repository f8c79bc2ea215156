import { useMemo, useRef } from 'preact/hooks';
import type { EpochMs } from '../../domain';
import { gutter, layOutAxis, readCursor, type AxisLayout } from '../axis/layout';
import { holdsInstant, type Story } from '../axis/story';
import { instantAt, panView, placeAt, zoomView, type Reach, type View } from '../axis/view';
import { useGestures } from '../axis/gestures';
import { stepCursor } from '../axis/keys';
import { writeInstant } from '../time/words';

/** What the reader looks at, and the instant that they have chosen. */
export interface Looking {
  readonly view: View;
  readonly reach: Reach;
  readonly cursor: EpochMs;
  readonly onView: (view: View) => void;
  readonly onCursor: (at: EpochMs) => void;
}

/** The one time axis of a service. The instant is chosen by mouse, touch or keyboard; the same stands in the table below it. */
export const Axis = ({ story, looking }: { readonly story: Story; readonly looking: Looking }) => {
  const { view, reach, cursor, onView, onCursor } = looking;
  const layout = useMemo(() => layOutAxis(story, view), [story, view]);
  const element = useRef<SVGSVGElement>(null);
  useGestures(element, {
    choose: (x) => onCursor(Math.min(Math.max(instantAt(view, x - gutter.left), reach.from), story.now)),
    zoom: (x, factor) => onView(zoomView(view, reach, { factor, around: instantAt(view, x - gutter.left) })),
    pan: (dx) => onView(panView(view, reach, (dx / view.width) * (view.to - view.from))),
  });
  return (
    <svg
      ref={element}
      class="axis"
      width={layout.width}
      height={layout.height}
      tabindex={0}
      role="slider"
      aria-label={`Instant to restore ${story.service} to. Arrows step, Home and End go to the ends of the window, plus and minus zoom.`}
      aria-valuemin={reach.from}
      aria-valuemax={story.now}
      aria-valuenow={cursor}
      aria-valuetext={readCursor(story, cursor)}
      onKeyDown={(event) => {
        const step = stepCursor(event, { story, view, cursor });
        if (step === undefined) return;
        event.preventDefault();
        if (step.kind === 'cursor') onCursor(step.at);
        else onView(zoomView(view, reach, { factor: step.factor, around: cursor }));
      }}
    >
      <Picture story={story} layout={layout} />
      <Cursor layout={layout} looking={looking} />
    </svg>
  );
};

const Picture = ({ story, layout }: { readonly story: Story; readonly layout: AxisLayout }) =>
  useMemo(
    () => (
      <g aria-hidden="true">
        {layout.ticks.map(({ at, x, label }) => (
          <g key={at}>
            <line class="grid" x1={x} x2={x} y1={layout.plot.y} y2={layout.plot.y + layout.plot.height} />
            <text class="tick" x={x} y={20} text-anchor="middle">
              {label}
            </text>
          </g>
        ))}
        <Lanes layout={layout} />
        {layout.held !== undefined && (
          <line class="held" x1={layout.held.x} x2={layout.held.x} y1={layout.plot.y} y2={layout.held.bottom + 8} />
        )}
        {layout.nowX !== undefined && (
          <line
            class="now"
            x1={layout.nowX}
            x2={layout.nowX}
            y1={layout.plot.y}
            y2={layout.plot.y + layout.plot.height}
          />
        )}
        {layout.events.map(({ x, y }, index) => (
          <path key={index} class="event" d={`M${x - 4} ${y - 7}h8l-4 7z`} />
        ))}
        <Branches layout={layout} />
        {layout.labels.map(({ label, box }, index) => (
          <text key={index} class={label.look} x={box.x} y={box.y + box.height - 4}>
            {label.text}
          </text>
        ))}
      </g>
    ),
    [story, layout],
  );

const Lanes = ({ layout }: { readonly layout: AxisLayout }) => (
  <>
    {layout.lag !== undefined && <path class="lag" d={layout.lag.path} />}
    {layout.lanes.map(({ lane, window, gaps, diamonds }) => (
      <g key={lane.role}>
        {window !== null && (
          <rect class={`window ${lane.role}`} {...window} rx={4} fill-opacity={lane.backupsOnly ? 0.35 : 1} />
        )}
        {gaps.map(({ x, y, width, height }) => (
          <rect key={x} class="gap" x={x} y={y} width={width} height={height} />
        ))}
        <path
          class={`diamonds ${lane.role}`}
          d={diamonds.map(({ x, y }) => `M${x.toFixed(1)} ${y - 5}l5 5-5 5-5-5z`).join('')}
        />
      </g>
    ))}
  </>
);

const Branches = ({ layout }: { readonly layout: AxisLayout }) => (
  <>
    {layout.branches.map(({ fork, path, x, endX, y, fromY, leaves }) => {
      const look = `${fork.role} ${fork.endedAt === null ? 'live' : 'ended'}`;
      const end = gutter.left + endX;
      return (
        <g key={`${fork.project}/${fork.name}/${fork.incarnation}`}>
          <path class={`branch ${look}`} d={path + (fork.endedAt === null ? '' : `M${end.toFixed(1)} ${y - 5}v10`)} />
          {leaves && <circle class={`root ${look}`} cx={gutter.left + x} cy={fromY} r={3.5} />}
        </g>
      );
    })}
  </>
);

const pillWidth = 192;

const Cursor = ({ layout, looking }: { readonly layout: AxisLayout; readonly looking: Looking }) => {
  const { cursor, view } = looking;
  if (cursor < view.from || cursor > view.to) return null;
  const x = gutter.left + placeAt(view, cursor);
  const bottom = layout.plot.y + layout.plot.height;
  const pillX = Math.min(Math.max(x - pillWidth / 2, 2), layout.width - pillWidth - 2);
  return (
    <g aria-hidden="true">
      <line class="cursor" x1={x} x2={x} y1={layout.plot.y} y2={bottom} />
      {layout.lanes.map(({ lane, box }) =>
        holdsInstant(lane, cursor) ? (
          <circle key={lane.role} class="knob" cx={x} cy={box.y + box.height / 2} r={6} />
        ) : null,
      )}
      <rect class="pill-box" x={pillX} y={bottom - 2} width={pillWidth} height={22} rx={11} />
      <text class="pill-text" x={pillX + pillWidth / 2} y={bottom + 13} text-anchor="middle">
        {writeInstant(cursor)}
      </text>
    </g>
  );
};
