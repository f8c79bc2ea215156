import { isProviderOwner, ownerOf, serviceKey } from '../../domain';
import { inferred } from '../cite';
import { missingService } from '../missing-names';
import { isRenamedToFree } from '../replacement';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 120, beyond the reference: the backend of a construct was switched while its service lives. */
export const madeByOtherBackend = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  title: 'Live service is held by the other backend',
  why:
    'The two backends are two kinds of resources in Terraform. To switch takes the old one out of the plan: one of the provider then ' +
    'ends its service, as it should, and one of commands leaves it behind, held by nobody that is left.',
  attribute: 'service_name',
  sources: [inferred('a resource of another type is another resource')],
  planOnly: 'The registry does not know what the owner of a service is made of.',
  messages: {
    provider: {
      detail:
        '{service} is held by {path} as a resource of the provider, which is not declared any more: the plan ends the live service with ' +
        'its data.',
      remedy:
        "Say moved_from: '{path}': the state then lets go of it, and the apply takes it over. Or put the backend back.",
    },
    commands: {
      detail: '{service} is held by {path} through commands of Terraform, so the provider is refused its name.',
      remedy:
        "Say moved_from: '{path}', or import it by a block import with {target}. The apply then takes it over. Or put the backend back.",
    },
  },
  check: (subject) => {
    const { request, existing, standing } = subject;
    const { carried, movedFrom, recorded } = request;
    if (carried === undefined || recorded || movedFrom !== undefined || carried.imports) return notApplicable;
    if (existing === undefined)
      return standing === 'new' || isRenamedToFree(subject) ? notApplicable : undecided(missingService(request));
    const owner = ownerOf(existing.ownership);
    if (owner === undefined || owner.label.stack !== request.stack || owner.label.path !== request.address) return pass;
    if (isProviderOwner(owner) === (carried.by === 'provider')) return pass;
    const data = { service: serviceKey(existing), path: owner.label.path };
    return isProviderOwner(owner)
      ? violated('provider', data)
      : violated('commands', { ...data, target: `to = ${carried.address} and id = "${data.service}"` });
  },
});
