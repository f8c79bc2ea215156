import { makerLook, ownerSet } from '../../../api';
import { askerOf, expectationIn, ownerIn } from '../owner-bodies';
import { changeOwner, lookAsMaker } from '../owner-answers';
import { route } from '../route';
import { idOf } from '../service-answers';

/** How the registry answers operations on whose a service is. */
export const ownerRoutes = [
  route(ownerSet, (registry, { parameters, body, holder }) =>
    changeOwner(registry, idOf(parameters), {
      expect: expectationIn(body.expect),
      owner: body.owner === null ? null : { ...ownerIn(body.owner), making: body.owner.making === true },
      by: askerOf(body.by, holder),
    }),
  ),

  route(makerLook, (registry, { parameters, body, holder }) =>
    lookAsMaker(registry, idOf(parameters), { owner: body.owner, hold: body.hold, by: askerOf(body.by, holder) }),
  ),
];
