import { serviceKey, toRfc3339 } from '../../domain';
import { backupsPage } from '../cite';
import { requestKey } from '../configuration';
import { longestOffSource } from '../longest-off';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 139, beyond the reference: a service that was deleted because it was off for too long does not come back with its data. */
export const madeAgain = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Service was deleted, and is made anew without its data',
  why:
    'A service that was powered off for 180 days is gone. A plan then makes a new one of its name, which holds what its declaration ' +
    'says: nothing, or what its source holds by now.',
  attribute: 'service_name',
  sources: [longestOffSource, backupsPage],
  planOnly: 'The name is free, so nothing refuses it.',
  messages: {
    deleted: {
      detail: '{service} was deleted at {at}, after 180 days powered off; its backups are kept until {keptUntil}.',
      remedy: 'Ask the support team to restore it before that if its data is wanted. No action is needed otherwise.',
    },
  },
  check: ({ request, existing, facts }) => {
    // Without facts every new service would be in question for what befalls very few.
    if (existing !== undefined || facts === undefined) return notApplicable;
    const key = requestKey(request);
    if (key === undefined) {
      const isAnyRemoved = [...(facts.terminated?.values() ?? [])].some(({ removed }) => removed === true);
      return isAnyRemoved ? undecided(missingService(request)) : pass;
    }
    const gone = facts.terminated?.get(key);
    if (gone?.removed !== true || facts.now > gone.backupsKeptUntil) return pass;
    return violated('deleted', {
      service: serviceKey(gone),
      at: toRfc3339(gone.terminatedAt),
      keptUntil: toRfc3339(gone.backupsKeptUntil),
    });
  },
});
