import {
  isProviderOwner,
  ownerOf,
  type Facts,
  type PlannedChange,
  type ServiceFacts,
  type ServiceRequest,
} from '../domain';
import { priorKey } from './configuration';

/**
 * A planned service as the facts have it, where its record is behind. What another holds by now is neither ended nor changed: its end
 * lets go of it, and what would be changed or made again is a create under a name that is taken. What has ended is made anew, where its
 * record would change it. Never throws.
 */
export const asFactsTell = (request: ServiceRequest, facts: Facts | undefined): ServiceRequest => {
  const { change, carried } = request;
  const key = priorKey(request);
  if (change === undefined || key === undefined || facts === undefined) return request;
  const isReplaced = change.kind === 'replace';
  const live = facts.services.get(key);
  if (live === undefined) {
    const isMade = isReplaced || (change.kind === 'update' && carried?.by === 'local-exec');
    return isMade && facts.terminated?.has(key)
      ? asCreate(request, { ...created(change), ...heldBy(change) })
      : request;
  }
  if (change.holder === undefined || !isAnothers(live, change.holder, request)) return request;
  if (change.kind === 'delete' || change.kind === 'no-op')
    return { ...withoutRecord(request), change: { ...change, kind: 'read', letGo: 'anothers' } };
  return isReplaced || change.kind === 'update' ? asCreate(request, created(change)) : request;
};

const asCreate = (request: ServiceRequest, change: PlannedChange): ServiceRequest => ({
  ...withoutRecord(request),
  change,
});

/** That the record had it tells it from a name that is made for the first time. */
const heldBy = ({ holder }: PlannedChange): Pick<PlannedChange, 'holder'> => (holder === undefined ? {} : { holder });

const created = ({ why, movedFrom }: PlannedChange): PlannedChange => ({
  kind: 'create',
  reasons: [],
  ...(why === undefined ? {} : { why }),
  ...(movedFrom === undefined ? {} : { movedFrom }),
});

const withoutRecord = ({ recorded: _recorded, ...told }: ServiceRequest): ServiceRequest => told;

/** What nobody ever held is another one, where the record was held; else the stack that made it tells. */
const isAnothers = ({ ownership, origin }: ServiceFacts, holder: string, { stack }: ServiceRequest): boolean => {
  if (ownership === undefined) return false;
  if (ownership.state !== 'never') return ownerOf(ownership)?.id !== holder;
  return isProviderOwner({ id: holder }) || origin?.stack !== stack;
};
