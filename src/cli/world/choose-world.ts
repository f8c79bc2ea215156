import { parseJson } from '../../domain';
import type { WorldFile } from '../../registry/embedded';
import { demoWorld, parseWorld } from '../../registry/embedded';
import { readText } from '../files';

/** The smallest world: organization `demo-org` with project `demo`, and no service. */
const emptyWorld: WorldFile = {
  formatVersion: 1,
  organizations: ['demo-org'],
  projects: [{ name: 'demo', organization: 'demo-org' }],
};

/**
 * The world of `--world`: `demo` is the one that comes with Forkcast, anything else a file; absent: the smallest one.
 * @throws WorldFileError or FileUnreadableError
 */
export const chooseWorld = (cwd: string, name: string | undefined): WorldFile => {
  if (name === undefined) return emptyWorld;
  return name === 'demo' ? demoWorld : parseWorld(parseJson(readText(cwd, name)), name);
};
