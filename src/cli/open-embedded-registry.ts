export { openEmbedded } from '../registry/embedded';
