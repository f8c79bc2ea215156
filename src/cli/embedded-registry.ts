/** The one export that a process for one request needs of the embedded registry, so that a bundle holds no more than that. */
export { openEmbedded } from '../registry/embedded';
