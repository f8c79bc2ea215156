import type { ServiceId, JsonObject } from '../../domain';
import type { PlainKind } from '../records';
import type { Registry } from '../registry';

interface OfService extends ServiceId {
  readonly kind: PlainKind;
  readonly id: string;
  readonly value: JsonObject;
}

/** Keeps what a service has one of: made where it is not there yet, changed where it is. */
export const keepRecord = (registry: Registry, record: OfService): ReturnType<Registry['execute']> => {
  const created = registry.execute({ type: 'CreateRecord', ...record });
  return created.kind === 'refused' && created.refusal.code === 'record_already_exists'
    ? registry.execute({ type: 'ChangeRecord', ...record })
    : created;
};
