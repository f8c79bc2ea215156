/** A part of the picture, in pixels from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes have a pixel in common. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether a box lies in another. */
export const isInsideBox = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** How a text is written, for how much room it takes: the widest common letters of the system's own sans are counted. */
export interface TextStyle {
  readonly sizePx: number;
  readonly strong?: boolean;
}

/** The room that a text takes at most, in pixels. Wide letters are counted as such, so that a label is rather dropped than covered. */
export const measureText = (text: string, { sizePx, strong = false }: TextStyle): number => {
  let units = 0;
  for (const letter of text)
    units += /[mwMW\u2014%@]/.test(letter)
      ? 0.95
      : /[A-Z]/.test(letter)
        ? 0.72
        : /[iljtf.,:;|' ]/.test(letter)
          ? 0.36
          : 0.6;
  return Math.ceil(units * sizePx * (strong ? 1.14 : 1.04));
};

/** Something to write, and where it may stand, best place first. */
export interface Wanted<T> {
  readonly label: T;
  readonly places: readonly Box[];
}

/** A label that has found its place. */
export interface Placed<T> {
  readonly label: T;
  readonly box: Box;
}

/** Gives each label the first of its places where it covers nothing, in their order; what has no room is left out. */
export const placeLabels = <T>(
  wanted: readonly Wanted<T>[],
  within: Box,
  taken: readonly Box[] = [],
): { readonly placed: readonly Placed<T>[]; readonly left: readonly T[] } => {
  const boxes: Box[] = [...taken];
  const placed: Placed<T>[] = [];
  const left: T[] = [];
  for (const { label, places } of wanted) {
    const box = places.find((place) => isInsideBox(place, within) && !boxes.some((other) => overlap(place, other)));
    if (box === undefined) left.push(label);
    else {
      boxes.push(box);
      placed.push({ label, box });
    }
  }
  return { placed, left };
};
