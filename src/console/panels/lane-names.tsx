import { useEffect, useRef, useState } from 'preact/hooks';
import { gutter, type AxisLayout } from '../../time';

/** The names of the lanes at the edge of a frame whose own ones are scrolled out of sight. Those of the picture are read aloud. */
export const LaneNames = ({ layout: { lanes } }: { readonly layout: AxisLayout }) => {
  const element = useRef<HTMLDivElement>(null);
  const [isMoved, setIsMoved] = useState(false);
  useEffect(() => {
    const frame = element.current?.parentElement;
    const look = (): void => setIsMoved((frame?.scrollLeft ?? 0) > gutter.left / 2);
    frame?.addEventListener('scroll', look, { passive: true });
    return () => frame?.removeEventListener('scroll', look);
  }, []);
  return (
    <div ref={element} class="lane-names" aria-hidden="true">
      {isMoved &&
        lanes.map(({ lane: { role, location }, box }) => (
          <span key={role} style={{ top: `${box.y - 16}px` }}>
            {location} <span class="faint">{role}</span>
          </span>
        ))}
    </div>
  );
};
