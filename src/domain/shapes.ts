export * as shapes from './shape';
export { checkOf, type Check } from './shape';
