/** Steers the simulation. */
export const Drawer = () => null;
