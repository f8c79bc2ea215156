import { contract, type OperationId } from '../../../api';
import { writeSnapshot, writeSnapshotServices } from '../../../domain';
import type { Registry } from '../../registry';
import { unknownParameter } from '../unknown-parameter';
import type { RawCall } from '../route';
import type { Made } from './outgoing';
import { unfold } from './unfold';
import type { OwnAccount } from '../../own-facts';

/**
 * A snapshot of the whole registry, in parts that are each made when the one before is on its way: of one state, which is held until the
 * last one. Undefined: another operation is asked for, or some services alone, or it is refused.
 */
export const beginSnapshot = (id: OperationId, registry: Registry, raw: RawCall): Made | undefined => {
  if (id !== 'SnapshotGet') return undefined;
  const query = contract.SnapshotGet.query().safeParse(raw.query);
  if (unknownParameter(contract.SnapshotGet, raw.query) !== undefined) return undefined;
  if (!query.success || query.data.services !== undefined) return undefined;
  // What is wrong with the registry is told with a status, before anything is sent.
  registry.clock();
  return { kind: 'parts', parts: snapshotParts(registry) };
};

const snapshotParts = (registry: Registry): Iterable<string> => {
  const facts = registry.factsInParts()[Symbol.iterator]();
  const ended: string[] = [];
  let before: '' | ',' | ']' | undefined;
  const write = (part: OwnAccount): string => {
    if (before === undefined) {
      const head = { ...writeSnapshot(part), origin: 'registry', services: undefined, terminated: undefined };
      before = '';
      return `${JSON.stringify(head).slice(0, -1)},"services":[`;
    }
    const { services, terminated } = writeSnapshotServices(part);
    for (const service of terminated) ended.push(JSON.stringify(service));
    const text = services.map((service) => JSON.stringify(service)).join(',');
    const separator = before;
    if (text !== '') before = ',';
    return text === '' ? '' : separator + text;
  };
  const step = (): string | undefined => {
    if (before === ']') return undefined;
    for (let part = facts.next(); part.done !== true; part = facts.next()) {
      const text = write(part.value);
      if (text !== '') return text;
    }
    before = ']';
    return `],"terminated":[${ended.join(',')}]}`;
  };
  return unfold(step, () => void facts.return?.());
};
