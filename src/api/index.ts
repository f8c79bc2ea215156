export * from './bodies';
export * from './client';
export { createClient } from './create-client';
export * from './errors';
export * from './transport';
