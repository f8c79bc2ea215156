export { reviewDocument } from './render/json';
export * from './render/renderer';
export { renderers } from './render/renderers';
export * from './render/tally';
