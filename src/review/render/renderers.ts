import { renderJson } from './json';
import type { CardRenderer } from './renderer';
import { renderText } from './text';

/** The formats that `forkcast check` tells a review in, by the name in `--format`; it has the others of the card. */
export const renderers = { text: renderText, json: renderJson } as const satisfies Readonly<
  Record<string, CardRenderer>
>;
