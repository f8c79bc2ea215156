export * from './cdktf-out';
export * from './errors';
export * from './read-inputs';
