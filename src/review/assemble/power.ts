import { toRfc3339, type CardService } from '../../domain';
import { longestOffMs, type Subject } from '../../rules';

/** What a live service that is off, or that the apply switches, has to know of it; nothing of one that runs and goes on. */
export const describePower = ({ existing, request, remade }: Subject): Pick<CardService, 'power'> => {
  const { powered = { known: true, value: undefined } } = request;
  const kind = request.change?.kind ?? 'no-op';
  if (existing === undefined || remade || !['no-op', 'update'].includes(kind)) return {};
  if (existing.state !== 'POWEROFF')
    return powered.known && powered.value === false ? { power: 'on; this apply powers it off' } : {};
  const { poweredOffSince: since = null } = existing;
  const off = since === null ? 'off' : `off since ${toRfc3339(since)}`;
  if (!powered.known) return { power: `${off}; whether this apply powers it on is known after apply` };
  if (powered.value === true) return { power: `${off}; this apply powers it on, and it costs again` };
  const end = since === null ? '' : `, and is deleted if it is off until ${toRfc3339(since + longestOffMs)}`;
  return { power: `${off}; it stays off${end}` };
};
