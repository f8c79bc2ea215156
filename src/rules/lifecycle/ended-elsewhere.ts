import { serviceKey, toRfc3339, type ServiceRequest, type TerminatedFacts } from '../../domain';
import { inferred } from '../cite';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 122, beyond the reference: a service that commands made was ended outside of Terraform, whose state does not see it. */
export const endedElsewhere = defineRule({
  severity: 'warning',
  scope: 'settings',
  title: 'Declared service ended outside of Terraform',
  why:
    'A state of the local-exec backend is not read from the registry: it stays as it is when a service is ended by hand or after ' +
    '180 days powered off, and a plan shows nothing to do. The provider reads it, and its plan makes the service again, empty.',
  attribute: 'service_name',
  sources: [inferred('Terraform reads no resource that is built in')],
  planOnly: 'A service that is gone refuses nothing.',
  messages: {
    gone: {
      detail:
        '{service} was made here and {ended} at {at}; the state does not know, and this plan does not make it again.',
      remedy: "To make it again: terraform apply -replace='{address}'. Otherwise take it out of the configuration.",
    },
    again: {
      detail:
        '{service} {ended} at {at}, outside of Terraform: this plan makes it again, without what was written to it.',
      remedy: 'Find out who ended it before you apply. If it is not to come back, take it out of the configuration.',
    },
    perhaps: {
      detail: '{service} was made here and {ended} at {at}.',
      remedy:
        "Terraform makes it again if it was ended by Terraform. If not: terraform apply -replace='{address}', or take it out of the " +
        'configuration.',
      severity: 'note',
    },
  },
  check: ({ request, existing, facts }) => {
    const { project, serviceName, carried, change } = request;
    const isAgain = change?.kind === 'create' && change.holder !== undefined;
    if (existing !== undefined || !(isAgain || carried?.by === 'local-exec')) return notApplicable;
    if (facts === undefined || !project.known || !serviceName.known) return undecided(missingService(request));
    const ended = facts.terminated?.get(serviceKey({ project: project.value, service: serviceName.value }));
    if (ended === undefined || !(isAgain || isOfThis(request, ended))) return pass;
    if (!isAgain && change !== undefined && change.kind !== 'no-op') return notApplicable;
    const how = ended.removed === true ? 'was deleted after 180 days powered off,' : 'ended';
    const data = {
      service: serviceKey(ended),
      ended: how,
      at: toRfc3339(ended.terminatedAt),
      address: carried?.address ?? request.address,
    };
    return violated(isAgain ? 'again' : change === undefined ? 'perhaps' : 'gone', data);
  },
});

const isOfThis = ({ stack, address }: ServiceRequest, { madeBy }: TerminatedFacts): boolean =>
  madeBy?.stack === stack && madeBy.path === address;
