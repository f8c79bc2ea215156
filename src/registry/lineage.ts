import type { Lineage } from '../domain';
import { deepestLineage } from './contents';
import { describeLineage } from './describe-service';
import { instanceKey, forkedFrom } from './events';
import type { ForkSource } from './events';
import type { ServiceState } from './state';
import type { StoreReader } from './store/event-store';

/** Ancestors of a service, nearest first, live or not. At most `deepestLineage` of them. */
export const lineageChain = (reader: StoreReader, state: ServiceState): readonly Lineage[] => {
  const chain: Lineage[] = [];
  let source: ForkSource | null = state.fork;
  while (source !== null && chain.length < deepestLineage) {
    chain.push(describeLineage(source));
    const creation = reader.firstInstanceEvent(instanceKey(forkedFrom(source)))?.event;
    source = creation?.type === 'ServiceForked' ? creation.source : null;
  }
  return chain;
};
