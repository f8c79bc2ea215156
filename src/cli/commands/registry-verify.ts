import type { StoreFault } from '../../registry';
import type { CommandDefinition, Result } from '../command';

/** `forkcast registry verify`. */
export const registryVerify: CommandDefinition = {
  name: 'registry verify',
  summary: 'look whether the file of a registry is as it was written',
  about:
    'Pages, versions without gaps, and views that are what the log makes of them. Views alone can be made again from the log. ' +
    'It only reads otherwise, and others may go on with the registry meanwhile.',
  examples: {
    'forkcast registry verify': 'the registry of this folder',
    'forkcast registry verify --rebuild-views': 'and makes its views again, when only these are wrong',
  },
  exitCodes: { 3: 'the file is damaged, or cannot be read' },
  place: 'registry',
  declare: (inputs) => {
    const rebuild = inputs.flag('--rebuild-views', 'make the views again from the log, when nothing else is wrong');
    return async (context) => {
      const { registryFile } = await import('../world/found-registry.js');
      const { findFaults, openSqliteStore, rebuildViews } = await import('../../registry/index.js');
      const path = registryFile(context.location());
      const store = openSqliteStore(path);
      try {
        const faults = findFaults(store);
        const rebuilt = rebuild() && faults.length > 0 && faults.every(({ of }) => of === 'views');
        if (rebuilt) store.write(rebuildViews);
        return verified(path, faults, { rebuilt, events: faults.length === 0 || rebuilt ? store.eventCount() : null });
      } finally {
        store.close();
      }
    };
  },
};

const verified = (
  path: string,
  faults: readonly StoreFault[],
  { rebuilt, events }: { readonly rebuilt: boolean; readonly events: number | null },
): Result => {
  const whole = faults.length === 0 || rebuilt;
  const lines = faults.map(({ of, text }) => `${of.padEnd(6)} ${text}`);
  const onlyViews = faults.every(({ of }) => of === 'views');
  const remedy = onlyViews
    ? 'The log is whole: make the views again with --rebuild-views.'
    : 'Put a backup in its place, or make it anew with: forkcast registry init --force';
  const end = whole
    ? `${path} is whole: ${events ?? 0} events${rebuilt ? ', and its views were made again' : ''}`
    : remedy;
  return {
    exitCode: whole ? 0 : 3,
    text: [...lines, end].join('\n'),
    json: { file: path, whole, rebuilt, events, faults: faults.map((fault) => ({ ...fault })) },
  };
};
