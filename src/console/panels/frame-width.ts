import { useEffect, useRef, useState } from 'preact/hooks';
import { gutter } from '../../time';

/** The plot is never narrower: on a phone the axis is scrolled inside of its card. */
const leastPlot = 520;

/** The frame that an axis is drawn in, and how wide its plot can be there. */
export const useFrameWidth = () => {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(leastPlot);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(Math.max(leastPlot, Math.floor(element.clientWidth) - gutter.left - gutter.right));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { frame, width };
};
