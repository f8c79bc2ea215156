import type { JsonValue } from '../domain';
import type { Subject } from './subject';

/**
 * What the record holds of a setting that an update does not write any more; undefined: it holds none, or the setting is written. A list
 * is then sent empty by every provider; of other values some are reset and some stay, each provider in its own way. Never throws.
 */
export const settingTakenOut = ({ request, remade }: Subject, key: string): JsonValue | undefined => {
  const { change, userConfig } = request;
  const written = userConfig[key];
  const stays = change?.kind !== 'update' || remade || written?.known === false;
  if (stays || (written?.known === true && written.value !== null)) return undefined;
  return change.prior?.userConfig[key] ?? undefined;
};
