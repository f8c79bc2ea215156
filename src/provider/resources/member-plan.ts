import { attempt } from '../attempt';
import { serviceKey } from '../../domain';
import type { Forkcast } from '../client';
import type { Call, Diagnostic, ObjectValue } from '../protocol';
import { forgotten, notOurs, unchanged } from './member-left';
import { isInState, isThere, judgeMemberEnd } from './member-names';
import { isSeenFork, lookAtService } from './member-place';
import { buildId, findPlace, type Member } from './member-type';

/**
 * What stands against a create: it is there already, and another block, another configuration or somebody made it. Only a plan asks: the
 * apply of create_before_destroy has its own put aside, and is refused by the registry.
 */
export const judgeNew = async (
  member: Member,
  planned: ObjectValue,
  id: string | undefined,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findPlace(member, planned, call);
  if (id === undefined || place === undefined || !call.client.names.isSurelyPlan || isInState(member, id, call))
    return [];
  const { registry, service, name } = place;
  return unlessUnknown(async () => {
    const body = await registry.getService(service.project, service.service);
    // With a service that this plan makes again, all that is in it goes.
    if (body === undefined || call.client.names.isMade(serviceKey(service))) return [];
    const isCopied = planned['copied'] === true;
    // What a fork has from its source is taken over where that is said; under another alias it may be what another block has.
    if (isCopied && isSeenFork(body, service, call)) return [];
    return (await member.find(registry, service, name, body)) === undefined ? [] : isThere(member, id, { isCopied });
  });
};

/** What stands against a change, in place or by another object: it was imported from another's, or its service is another's by now. */
export const judgeChange = async (
  member: Member,
  prior: ObjectValue,
  { before, after }: { readonly before: string | undefined; readonly after: string | undefined },
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const place = findPlace(member, prior, call);
  if (before === undefined || place === undefined) return [];
  const imported = notOurs(member, before, call);
  if (imported.length > 0) return imported;
  return unlessUnknown(async () => {
    const { stranger } = await lookAtService(place, call);
    if (stranger === undefined) return [];
    return [before === after ? unchanged(member, place, stranger) : forgotten(member, place, stranger)];
  });
};

/** Where nobody can tell, the apply asks again. */
const unlessUnknown = (look: () => Promise<readonly Diagnostic[]>) => attempt(look, []);

/** Says in the plan what stays, because it is in a service that is another's by now. */
export const planMemberDeletion = async (
  member: Member,
  prior: ObjectValue,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const [place, id] = [findPlace(member, prior, call), buildId(prior, member)];
  if (id === undefined) return [];
  if (place === undefined) return judgeMemberEnd(member, id, call);
  return unlessUnknown(async () => {
    const { stranger } = await lookAtService(place, call);
    if (stranger !== undefined) return [forgotten(member, place, stranger)];
    return [...notOurs(member, id, call), ...judgeMemberEnd(member, id, call)];
  });
};
