import type { OperationId } from '../../api';
import { groupCommit, type GroupCommitPorts } from '../group-commit';
import type { Registry } from '../registry';
import type { Using } from './engine-client';
import { lazyRegistry, type SharedFileOptions } from './open-embedded';

/** Where the registry is, and how work is put off to the end of a turn of the event loop. */
export interface CommittingOptions extends SharedFileOptions, Pick<GroupCommitPorts, 'defer'> {}

/**
 * The registry in a file, for a process that works on many services at once: what it changes in one turn of the event loop is one
 * durable commit.
 */
export const committing = (options: CommittingOptions) => {
  const { use, close } = lazyRegistry(options);
  const commits = new WeakMap<Registry, ReturnType<typeof groupCommit>>();
  const commitOf = (registry: Registry) => {
    const found =
      commits.get(registry) ?? groupCommit({ together: (work) => registry.together(work), defer: options.defer });
    commits.set(registry, found);
    return found;
  };
  const change: Using = async (work) => use((registry) => commitOf(registry)(() => work(registry)));
  return {
    close,
    read: use,
    change,
    /** How each of these operations uses it. */
    usingOf:
      <Known extends OperationId>(declared: { readonly [Id in Known]: { readonly onlyReads: boolean } }) =>
      (id: Known): Using =>
        declared[id].onlyReads ? use : change,
  };
};
