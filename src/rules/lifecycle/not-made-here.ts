import { serviceKey } from '../../domain';
import { inferred } from '../cite';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import { isOwn } from '../subject-of';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 91, beyond the reference: a live service that looks like the declared one, and belongs to somebody else. */
export const notMadeHere = defineRule({
  id: 'lifecycle/not-made-here',
  number: 91,
  severity: 'warning',
  scope: 'lifecycle',
  needs: ['configuration', 'live-source'],
  title: 'Live service was not made by this configuration',
  why:
    'Forkcast takes over only what it made from the same request. A service that somebody else made is left alone, ' +
    'however much it looks like the declared one.',
  attribute: 'service_name',
  sources: [inferred('a taken name is a conflict, unless the same request made the service')],
  predicts: [],
  planOnly: 'The registry knows a service by its name alone; whose it is, is decided by the one who applies.',
  messages: {
    nobody: {
      detail: '{service} exists and was made outside of any configuration, so an apply will not take it over.',
      remedy: 'Refer to it with Service.fromRegistry(...), choose another service_name, or import it.',
    },
    somebody: {
      detail:
        '{service} exists and was made by {path} of stack {stack}. An apply takes it over only if the request is the same.',
      remedy: 'Nothing, if the construct was moved. Otherwise choose another service_name.',
    },
  },
  check: ({ request, existing, standing }) => {
    if (request.recorded && existing === undefined) return pass;
    if (existing === undefined) return standing === 'new' ? notApplicable : undecided(missingService(request));
    if (request.recorded || isOwn(request, existing)) return pass;
    const service = serviceKey(existing);
    return existing.origin === null
      ? violated('nobody', { service })
      : violated('somebody', { service, path: existing.origin.path, stack: existing.origin.stack });
  },
});
