import type { ReviewCard } from '../../domain';

/** What a renderer may colour: the severity is always a word too. Each gives its text back with colour or as it is. */
export interface Colours {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly good: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** How to render. */
interface RenderOptions {
  /** Longest line of prose, in characters; names and paths are never broken. @default 100 */
  readonly columns?: number;
  /** @default none */
  readonly colours?: Colours;
  /** What is not sure fails too, as it does for the exit code. @default false */
  readonly strict?: boolean;
}

/** Makes a text of a review card: pure, the same bytes for the same card, every finding mentioned. Never throws. */
export type CardRenderer = (card: ReviewCard, options?: RenderOptions) => string;

const plain = (text: string): string => text;

/** No colour at all. */
export const noColours: Colours = { error: plain, warning: plain, note: plain, good: plain, faint: plain };
