import type { Owner } from '../../domain';
import type { ChangeOwner } from '../commands';
import type { OwnerRecord, ServiceEvent } from '../events';
import { identify, type ServiceState } from '../state';
import { accept } from './decision';
import type { DecideContext, Objection } from './decision';
import { checkExpectation, checkOwnerId } from './expectation';
import { onLive } from './find-service';

/** Decides a new owner, or none, for a service that is as expected. The same owner again is no change. */
export const decideChangeOwner = onLive((context, state, { owner, by, expect }: ChangeOwner) => {
  const objection = (owner === null ? undefined : checkOwnerId(owner.id)) ?? checkExpectation(context, state, expect);
  if (objection !== undefined) return objection;
  const record: OwnerRecord | null =
    owner === null ? null : { id: owner.id, label: owner.label, state: owner.making === true ? 'making' : 'held', by };
  return accept(isSame(state, record) ? [] : [{ type: 'ServiceOwnerChanged', ...identify(state), owner: record, by }]);
});

const isSame = ({ ownership }: ServiceState, record: OwnerRecord | null): boolean => {
  const before = ownership?.owner ?? null;
  if (record === null || before === null) return record === before && ownership !== undefined;
  return before.id === record.id && before.state === record.state && sameLabel(before, record);
};

const sameLabel = (a: Owner, b: Owner): boolean =>
  a.label.stack === b.label.stack &&
  a.label.path === b.label.path &&
  a.label.workspace === b.label.workspace &&
  a.label.host === b.label.host;

/** Objects to a claim of a service that another one holds, or that was let go of: those are taken over by `ChangeOwner` alone. */
export const checkClaim = (context: DecideContext, state: ServiceState, claim: Owner | undefined): Objection => {
  if (claim === undefined) return undefined;
  const mayClaim = state.ownership === undefined || state.ownership.owner?.id === claim.id;
  return checkOwnerId(claim.id) ?? (mayClaim ? undefined : checkExpectation(context, state, { owner: claim.id }));
};

/** The event of a claim: who never held it, or held it under another label. */
export const claimEvents = (
  state: ServiceState,
  claim: (Owner & { readonly by: string | null }) | undefined,
): readonly ServiceEvent[] => {
  if (claim === undefined) return [];
  const { id, label, by } = claim;
  const record: OwnerRecord = { id, label, state: 'held', by };
  return isSame(state, record) ? [] : [{ type: 'ServiceOwnerChanged', ...identify(state), owner: record, by }];
};
