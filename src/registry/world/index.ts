export { defaultWorld } from './default-world';
export { demoWorld } from './demo-world';
export * from './errors';
export { playWorld, worldNow, worldStart } from './play';
export { parseWorld, WorldFile } from './world-file';
