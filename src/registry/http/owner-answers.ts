import { given, type ServiceId } from '../../domain';
import type { ChangeOwner, MakerLook } from '../commands';
import type { Registry } from '../registry';
import { onAccepted, type Reply } from './answer';
import { oneService, type OneService } from './service-answers';

/** Gives a service to an owner, or to nobody. */
export const changeOwner = (
  registry: Registry,
  id: ServiceId,
  { expect, owner, by }: Pick<ChangeOwner, 'expect' | 'owner' | 'by'>,
): Reply<OneService> =>
  onAccepted(registry.execute({ type: 'ChangeOwner', ...id, expect, owner, by }), () => oneService(registry, id));

/** Notes a look of who makes a service. */
export const lookAsMaker = (
  registry: Registry,
  id: ServiceId,
  { owner, hold, by }: Pick<MakerLook, 'owner' | 'by'> & { readonly hold?: MakerLook['hold'] | undefined },
): Reply<OneService> =>
  onAccepted(registry.lookAsMaker({ ...id, owner, by, ...given({ hold }) }), () => oneService(registry, id));
