export { providerAddress } from './address';
export { forkcastProvider } from './forkcast-provider';
export * from './protocol';
export { shownSchemas } from './shown-schemas';
