export { createEmbedded, type NewEmbeddedOptions } from './create-embedded';
export { embeddedTransport } from './embedded-transport';
export { openEmbedded, openEmbeddedRegistry, openForEngine, type EmbeddedOptions } from './open-embedded';
export * from '../world';
