import type { WorldFile } from './world-file';

/** What a registry holds when no world is named: organization `demo-org` with the empty project `demo`, real time, profile `fast`. */
export const defaultWorld: WorldFile = {
  formatVersion: 1,
  profile: 'fast',
  clock: { mode: 'real' },
  organizations: ['demo-org'],
  projects: [{ name: 'demo', organization: 'demo-org', defaultCloud: 'google-europe-west1' }],
};
