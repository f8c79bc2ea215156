export * from './assemble/review-card-of';
export * from './render/card-renderers';
export { reviewDocument } from './render/json';
export { markdownParts, partSeparator, shortestMarkdown } from './render/markdown';
export * from './render/renderer';
export { renderers } from './render/renderers';
export { verdictStops } from './render/tally';
