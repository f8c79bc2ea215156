import type { ownerOperations } from '../../../api';
import { given } from '../../../domain';
import { onAccepted, onExecuted } from '../answer';
import { nameAsker, expectationIn, ownerIn } from '../owner-bodies';
import type { Routes } from '../route';
import { oneService } from '../service-answers';

/** How the registry answers operations on whose a service is. */
export const ownerRoutes: Routes<typeof ownerOperations> = {
  ServiceOwnerSet: (registry, { at, body, holder }) => {
    const expect = expectationIn(body.expect);
    const owner = body.owner && { ...ownerIn(body.owner), making: body.owner.making === true };
    const by = nameAsker(body.by, holder);
    return onExecuted(registry, { type: 'ChangeOwner', ...at, expect, owner, by }, () => oneService(registry, at));
  },

  ServiceMakerLook: (registry, { at, body: { owner, hold, by }, holder }) =>
    onAccepted(registry.lookAsMaker({ ...at, owner, by: nameAsker(by, holder), ...given({ hold }) }), () =>
      oneService(registry, at),
    ),
};
