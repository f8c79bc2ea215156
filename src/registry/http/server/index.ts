export { createServer } from './create-server';
export { createFaults } from './faults';
export { isLoopback } from './loopback';
export type { ServedRegistry } from './responder';
