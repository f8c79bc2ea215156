import type { ownerOperations } from '../../../api';
import { nameAsker, expectationIn, ownerIn } from '../owner-bodies';
import { changeOwner, lookAsMaker } from '../owner-answers';
import type { Routes } from '../route';
import { serviceIn } from '../service-answers';

/** How the registry answers operations on whose a service is. */
export const ownerRoutes: Routes<typeof ownerOperations> = {
  ServiceOwnerSet: (registry, { part, body, holder }) =>
    changeOwner(registry, serviceIn(part), {
      expect: expectationIn(body.expect),
      owner: body.owner === null ? null : { ...ownerIn(body.owner), making: body.owner.making === true },
      by: nameAsker(body.by, holder),
    }),

  ServiceMakerLook: (registry, { part, body, holder }) =>
    lookAsMaker(registry, serviceIn(part), { owner: body.owner, hold: body.hold, by: nameAsker(body.by, holder) }),
};
