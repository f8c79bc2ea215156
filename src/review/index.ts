export * from './assemble/review-card-of';
export * from './assemble/recovery-report-of';
export * from './render/card-renderers';
export { recoveryRenderers } from './render/recovery-renderers';
export { reviewDocument } from './render/json';
export { markdownParts, partSeparator, shortestMarkdown } from './render/markdown';
export * from './render/renderer';
export { renderers } from './render/renderers';
export { verdictStops } from './render/tally';
