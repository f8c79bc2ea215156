export * from './cdktf-out';
export * from './errors';
export { expectedInput } from './input-text';
export * from './intake';
export * from './read-inputs';
export { literalsOf } from './source/literals-of';
export * from './source/source-blocks';
