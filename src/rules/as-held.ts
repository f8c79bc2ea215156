import { ownerOf, type Facts, type Ownership, type ServiceRequest } from '../domain';
import { priorKey } from './configuration';

/**
 * A planned service as its holder has it: what a record calls its own, and another holds by now, is neither ended nor changed. Its end
 * lets go of it, and what would be changed or made again is a create under a name that is taken. Never throws.
 */
export const asHeld = (request: ServiceRequest, facts: Facts | undefined): ServiceRequest => {
  const { change } = request;
  const live = facts?.services.get(priorKey(request) ?? '');
  if (change?.holder === undefined || !isAnothers(live?.ownership, change.holder)) return request;
  const { kind, why, movedFrom } = change;
  if (kind === 'delete') return { ...withoutRecord(request), change: { ...change, kind: 'read', letGo: 'anothers' } };
  if (kind !== 'update' && kind !== 'replace') return request;
  const kept = { ...(why === undefined ? {} : { why }), ...(movedFrom === undefined ? {} : { movedFrom }) };
  return { ...withoutRecord(request), change: { kind: 'create', reasons: [], ...kept } };
};

const withoutRecord = ({ recorded: _recorded, ...told }: ServiceRequest): ServiceRequest => told;

/** What nobody ever held, and what facts do not tell, is left to the record. */
const isAnothers = (ownership: Ownership | undefined, holder: string): boolean =>
  ownership !== undefined && ownership.state !== 'never' && ownerOf(ownership)?.id !== holder;
