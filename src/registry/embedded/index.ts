export { createEmbedded, readFoundingNote } from './create-embedded';
export { causeBehind } from './damage';
export { openEmbeddedClient } from './embedded-client';
export { openResourceClient } from './resource-client';
export { openEngineClient } from './engine-client';
export { openEmbeddedRegistry, type EmbeddedOptions } from './open-embedded';
export { keyVariable } from '../store/key-file';
export { driverBesideProvider, driverBinary } from '../store/driver';
export * from '../world';
