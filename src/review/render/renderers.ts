import { renderJson } from './json';
import type { Renderer } from './renderer';
import { renderText } from './text';

/** Every output format of a review, by its name in `--format`. */
export const renderers = { text: renderText, json: renderJson } as const satisfies Readonly<Record<string, Renderer>>;
