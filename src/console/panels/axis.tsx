import { h } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { EpochMs } from '../../domain';
import {
  drawAxis,
  drawCursor,
  gutter,
  instantAt,
  layOutAxis,
  panView,
  placeAt,
  readCursor,
  zoomView,
  type AxisLayout,
  type Reach,
  type Shape,
  type Story,
  type View,
} from '../../time';
import { useGestures } from '../axis/gestures';
import { useRevealed } from './frame-width';
import { LaneNames } from './lane-names';
import { stepCursor } from '../axis/keys';

/** What the reader looks at, and the instant that they have chosen. */
export interface Looking {
  readonly view: View;
  readonly reach: Reach;
  readonly cursor: EpochMs;
  readonly onView: (view: View) => void;
  readonly onCursor: (at: EpochMs) => void;
}

/** The layout of what is looked at: once for each view, however often the cursor moves. */
export const useLayout = (story: Story, view: View): AxisLayout =>
  useMemo(() => layOutAxis(story, view), [story, view.from, view.to, view.width]);

interface AxisProps {
  readonly story: Story;
  readonly layout: AxisLayout;
  readonly looking: Looking;
}

/** The one time axis of a service. The instant is chosen by mouse, touch or keyboard; the same stands in the table below it. */
export const Axis = ({ story, layout, looking }: AxisProps) => {
  const { view, reach, cursor, onView, onCursor } = looking;
  const element = useRef<SVGSVGElement>(null);
  const move = (seen: View, dx: number): View => panView(seen, reach, (dx / seen.width) * (seen.to - seen.from));
  useRevealed(element, gutter.left + placeAt(view, cursor));
  useGestures(element, {
    choose: (x) => onCursor(Math.min(Math.max(instantAt(view, x - gutter.left), reach.from), story.now)),
    zoom: (x, factor, dx = 0) =>
      onView(move(zoomView(view, reach, { factor, around: instantAt(view, x - gutter.left) }), -dx)),
    pan: (dx) => onView(move(view, dx)),
  });
  return (
    <>
      <LaneNames layout={layout} />
      <svg
        ref={element}
        class="axis"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
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
        <g aria-hidden="true">
          <Picture layout={layout} />
          {drawCursor(layout, view, cursor).map(draw)}
        </g>
      </svg>
    </>
  );
};

/** Drawn anew only where the layout is another one: the cursor moves above it. */
const Picture = ({ layout }: { readonly layout: AxisLayout }) =>
  useMemo(() => <g>{drawAxis(layout).map(draw)}</g>, [layout]);

const draw = ({ tag, key, attributes, words }: Shape) => h(tag, { key, ...attributes }, words);
