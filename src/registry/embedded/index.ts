export { createEmbedded, type NewEmbeddedOptions } from './create-embedded';
export { openEmbeddedClient } from './embedded-client';
export { embeddedTransport } from './embedded-transport';
export { openEngineClient } from './engine-client';
export { openEmbedded, openEmbeddedRegistry, type EmbeddedOptions } from './open-embedded';
export { driverBesideProvider, driverBinary } from '../store/driver';
export * from '../world';
