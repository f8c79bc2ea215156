/** What the provider takes of the embedded registry, to be loaded by itself: of a door that is loaded whole, all is bundled. */
export { keyVariable, openResourceClient } from '../../registry/embedded';
