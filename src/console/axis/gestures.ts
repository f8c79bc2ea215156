import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** What hands do on the axis, in pixels from its left end. */
interface Gestures {
  readonly choose: (x: number) => void;
  /** `dx`: how far what is at `x` moves along. */
  readonly zoom: (x: number, factor: number, dx?: number) => void;
  readonly pan: (dx: number) => void;
}

/**
 * One pointer chooses an instant, with Shift it moves the view; two fingers zoom and move it; the wheel zooms once the axis has the focus
 * (else the page scrolls), and sideways it moves the view.
 */
export const useGestures = (element: RefObject<SVGSVGElement | null>, gestures: Gestures): void => {
  const now = useRef(gestures);
  now.current = gestures;
  useEffect(() => {
    const svg = element.current;
    if (svg === null) return undefined;
    const pointers = new Map<number, number>();
    const xOf = (event: { readonly clientX: number }): number => event.clientX - svg.getBoundingClientRect().left;
    const down = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      svg.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, xOf(event));
      if (pointers.size === 1 && !event.shiftKey) now.current.choose(xOf(event));
    };
    const move = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const x = xOf(event);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, x);
      if (other !== undefined) {
        const factor = Math.max(8, Math.abs(before - other)) / Math.max(8, Math.abs(x - other));
        now.current.zoom((before + other) / 2, factor, (x - before) / 2);
      } else if (event.shiftKey) now.current.pan(before - x);
      else now.current.choose(x);
    };
    const up = (event: PointerEvent): void => void pointers.delete(event.pointerId);
    const wheel = (event: WheelEvent): void => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      if (!sideways && !event.ctrlKey && svg.ownerDocument.activeElement !== svg) return;
      event.preventDefault();
      if (sideways) now.current.pan(event.deltaX === 0 ? event.deltaY : event.deltaX);
      else now.current.zoom(xOf(event), 2 ** (event.deltaY / 300));
    };
    svg.addEventListener('pointerdown', down);
    svg.addEventListener('pointermove', move);
    svg.addEventListener('pointerup', up);
    svg.addEventListener('pointercancel', up);
    svg.addEventListener('wheel', wheel, { passive: false });
    return () => {
      svg.removeEventListener('pointerdown', down);
      svg.removeEventListener('pointermove', move);
      svg.removeEventListener('pointerup', up);
      svg.removeEventListener('pointercancel', up);
      svg.removeEventListener('wheel', wheel);
    };
  }, []);
};
