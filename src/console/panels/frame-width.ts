import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { gutter } from '../../time';

/** The plot of an axis is never narrower: on a phone it is scrolled inside of its card. */
const leastPlot = 480;

/** The frame that a picture is drawn in, and how wide its plot can be there. */
export const useFrameWidth = (least = leastPlot) => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(least);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(Math.max(least, Math.floor(element.clientWidth) - gutter.left - gutter.right));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
};

/** Between what is meant and the edge of a frame with a part of its axis: of what is seen under a finger, and of what was out of sight. */
const [leastMargin, farMargin] = [24, 104] as const;

/** Scrolls the frame of an axis so far that this place of it is seen: a finger at its edge moves on. */
export const useRevealed = (element: RefObject<SVGSVGElement | null>, x: number): void => {
  useEffect(() => {
    const frame = element.current?.parentElement;
    if (frame === null || frame === undefined || frame.scrollWidth <= frame.clientWidth) return;
    const { scrollLeft, clientWidth } = frame;
    const margin = x >= scrollLeft && x <= scrollLeft + clientWidth ? leastMargin : farMargin;
    frame.scrollLeft = Math.min(Math.max(scrollLeft, x + margin - clientWidth), x - margin);
  }, [x]);
};
