export type { ConsoleFiles } from './console-pages';
export { createServer, longestRequestMs } from './create-server';
export { createFaults } from './faults';
export { isLoopback } from './loopback';
export type { ResetOutcome } from './reset';
export type { ServedRegistry } from './responder';
