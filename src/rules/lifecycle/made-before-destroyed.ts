import { fromSchema } from '../cite';
import { priorKey, requestKey } from '../configuration';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 104, beyond the reference: a replacement in the order of `create_before_destroy`, under one name. */
export const madeBeforeDestroyed = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  title: 'New service is to be made while the old one still has its name',
  why: 'With create_before_destroy, written or inherited from what depends on it, the name is not free yet and the apply fails.',
  attribute: 'service_name',
  sources: [fromSchema('API reference, ServiceCreate: status 409')],
  planOnly: 'The order of the two requests is that of Terraform; the control plane sees only a name that is taken.',
  messages: {
    taken: {
      detail: 'The plan replaces {service} and makes the new one before it destroys the old one, under the same name.',
      remedy:
        'Take create_before_destroy out of its lifecycle block and out of those of the resources that depend on it, or give ' +
        'the new one another service_name.',
    },
  },
  check: ({ request }) => {
    const { change, carried } = request;
    if (change?.kind !== 'replace' || change.createFirst !== true) return notApplicable;
    // What commands make is left behind whatever its name: lifecycle/created-before-destroyed says so.
    if (carried?.createdFirstBy !== undefined) return notApplicable;
    const [before, after] = [priorKey(request), requestKey(request)];
    if (before === undefined || after === undefined) return undecided(`service_name of ${request.address}`);
    return before === after ? violated('taken', { service: after }) : pass;
  },
});
