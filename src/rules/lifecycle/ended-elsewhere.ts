import { serviceKey, toRfc3339, type ServiceRequest, type TerminatedFacts } from '../../domain';
import { inferred } from '../cite';
import { missingService } from '../missing-names';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 122, beyond the reference: a service that commands made was ended outside of Terraform, whose state does not see it. */
export const endedElsewhere = defineRule({
  id: 'lifecycle/ended-elsewhere',
  number: 122,
  severity: 'warning',
  scope: 'settings',
  needs: ['configuration', 'plan', 'live-source'],
  title: 'Declared service was made by this stack, and is gone',
  why:
    'A state of the local-exec backend is not read from the registry: it stays as it is when a service is ended by hand or after ' +
    '180 days powered off, and a plan shows nothing to do.',
  attribute: 'service_name',
  sources: [inferred('Terraform reads no resource that is built in')],
  planOnly: 'A service that is gone refuses nothing.',
  messages: {
    gone: {
      detail:
        '{service} was made here and {ended} at {at}; the state does not know, and this plan does not make it again.',
      remedy: "To make it again: terraform apply -replace='{address}'. Otherwise take it out of the configuration.",
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
    if (carried?.by !== 'local-exec' || existing !== undefined) return notApplicable;
    if (facts === undefined || !project.known || !serviceName.known) return undecided(missingService(request));
    const ended = facts.terminated.get(serviceKey({ project: project.value, service: serviceName.value }));
    if (ended === undefined || !isOfThis(request, ended)) return pass;
    if (change !== undefined && change.kind !== 'no-op') return notApplicable;
    const how = ended.removed === true ? 'was deleted after 180 days powered off,' : 'ended';
    const data = {
      service: serviceKey(ended),
      ended: how,
      at: toRfc3339(ended.terminatedAt),
      address: carried.address,
    };
    return violated(change === undefined ? 'perhaps' : 'gone', data);
  },
});

const isOfThis = ({ stack, address }: ServiceRequest, { madeBy }: TerminatedFacts): boolean =>
  madeBy?.stack === stack && madeBy.path === address;
