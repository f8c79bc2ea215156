import type { WorldFile } from '../../src/registry/embedded';

/** A world for tests: organization `demo-org` with the empty project `demo`, real time, profile `fast`. */
export const defaultWorld: WorldFile = {
  formatVersion: 1,
  profile: 'fast',
  clock: { mode: 'real' },
  organizations: ['demo-org'],
  projects: [{ name: 'demo', organization: 'demo-org', defaultCloud: 'google-europe-west1' }],
};
