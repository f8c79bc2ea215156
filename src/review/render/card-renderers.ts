import { renderAnnotations } from './annotations';
import { renderCardJson } from './card-json';
import { renderCardText } from './card-text';
import { renderHtml } from './html';
import { renderJunit } from './junit';
import { renderMarkdown } from './markdown';
import type { CardRenderer } from './renderer';
import { renderSarif } from './sarif';

/** Every output format of a review card, by its name in `--format`. */
export const cardRenderers = {
  text: renderCardText,
  json: renderCardJson,
  markdown: renderMarkdown,
  html: renderHtml,
  sarif: renderSarif,
  junit: renderJunit,
  github: renderAnnotations,
} as const satisfies Readonly<Record<string, CardRenderer>>;
