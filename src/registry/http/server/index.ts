export type { ConsoleFiles } from './console-pages';
export { parserBounds } from './client-errors';
export { createServer } from './create-server';
export { createFaults } from './faults';
export { isLoopback } from './loopback';
export type { ResetOutcome } from './reset';
export type { ServedRegistry } from './served-registry';
