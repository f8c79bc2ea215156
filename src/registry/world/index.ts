export { demoWorld } from './demo-world';
export * from './errors';
export { playFromNow, type Played } from './play-from-now';
export { playWorld, worldNow, worldStart } from './play';
export { parseWorld, WorldFile } from './world-file';
