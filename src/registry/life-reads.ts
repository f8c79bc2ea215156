import type { Catalogue } from '../domain';
import { lagHistory } from './lag-history';
import { lineageChain } from './lineage';
import { listDescendants } from './fork-index';
import { endedPage, readInstance } from './instance';
import type { LifeId } from './lives';
import { historyOf, phasesOf } from './service-history';
import type { Registry } from './registry';
import { withIndex } from './service-index';
import type { RegistryState, ServiceState } from './state';
import type { StoreReader } from './store/event-store';

interface View {
  readonly reader: StoreReader;
  readonly registry: RegistryState;
  readonly catalogue: Catalogue;
}

/** Reads about services that are live or ended. */
export const lifeReads = (
  look: <T>(work: (view: View) => T) => T,
): Pick<Registry, 'lineage' | 'instance' | 'descendants' | 'ended' | 'history' | 'lagOver'> => {
  const ofLife = <T>(id: LifeId, read: (view: View, state: ServiceState) => T): T | undefined =>
    look((view) => {
      const state = readInstance(view.reader, id);
      return state === undefined ? undefined : read(view, state);
    });
  return {
    lineage: (id) => ofLife(id, ({ reader }, state) => lineageChain(reader, state)),
    instance: (id) => ofLife(id, (_view, state) => state),
    descendants: (id) => ofLife(id, ({ reader }, state) => listDescendants(withIndex(reader), state)),
    ended: (project, query) => look(({ reader }) => endedPage(reader, project, query)),
    history: (id) => ofLife(id, ({ reader, registry }, state) => historyOf(reader, registry, state)),
    lagOver: (id, query) =>
      ofLife(id, ({ reader, registry, catalogue }, state) =>
        lagHistory(registry, phasesOf(reader, state), catalogue.serviceTypes.get(state.type), query),
      ),
  };
};
