import { contract, type OperationId } from '../../../api';
import { writeSnapshot, writeSnapshotServices } from '../../../domain';
import type { Registry } from '../../registry';
import type { RawCall } from '../route';
import type { Made } from './outgoing';

/**
 * A snapshot of the whole registry, in parts that are each made when the one before is on its way: of one state, which is held until the
 * last one. Undefined: another operation is asked for, or some services alone, or it is refused.
 */
export const beginSnapshot = (id: OperationId, registry: Registry, raw: RawCall): Made | undefined => {
  if (id !== 'SnapshotGet') return undefined;
  const query = contract.SnapshotGet.query().safeParse(raw.query);
  if (!query.success || query.data.services !== undefined) return undefined;
  // What is wrong with the registry is told with a status, before anything is sent.
  registry.clock();
  return { kind: 'parts', parts: snapshotParts(registry) };
};

function* snapshotParts(registry: Registry): Generator<string> {
  const ended: string[] = [];
  let before: '' | ',' | undefined;
  for (const facts of registry.factsInParts()) {
    if (before === undefined) {
      const head = { ...writeSnapshot(facts), origin: 'registry', services: undefined, terminated: undefined };
      yield `${JSON.stringify(head).slice(0, -1)},"services":[`;
      before = '';
      continue;
    }
    const { services, terminated } = writeSnapshotServices(facts);
    ended.push(...terminated.map((service) => JSON.stringify(service)));
    if (services.length === 0) continue;
    yield before + services.map((service) => JSON.stringify(service)).join(',');
    before = ',';
  }
  yield `],"terminated":[${ended.join(',')}]}`;
}
