export * from './cdktf-out';
export * from './errors';
