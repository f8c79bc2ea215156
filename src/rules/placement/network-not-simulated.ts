import { notSimulatedFields, notSimulatedNetworks, type Fact, type ServiceRequest } from '../../domain';
import { inferred } from '../cite';
import { isVendorResource } from '../reader';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 111: what the registry does not honour, and so refuses. */
export const networkNotSimulated = defineRule({
  id: 'placement/network-not-simulated',
  number: 111,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration'],
  title: 'Private networks and static addresses are not simulated',
  why:
    'The registry refuses input that it does not honour: a rehearsal in a network that is not there would prove nothing. ' +
    "Resources of the vendor's own provider are made elsewhere, so they are judged as they stand.",
  attribute: 'project_vpc_id',
  sources: [inferred('the table of operations of the registry')],
  predicts: ['operation_not_simulated'],
  messages: {
    'not-simulated': {
      detail: '{field} is {asked}, and the registry simulates no {what}.',
      remedy: 'Leave {field} out where the service is made in the registry.',
    },
  },
  check: ({ request }) => {
    if (isVendorResource(request)) return notApplicable;
    const asked = notSimulatedNetworks.map((field) => ({ field, fact: namesIn[field](request) }));
    const found = asked.find(({ fact }) => fact.known && fact.value.length > 0);
    if (found?.fact.known) {
      const names = found.fact.value.map((name) => `"${name}"`).join(', ');
      return violated(
        'not-simulated',
        { field: found.field, asked: names, what: notSimulatedFields[found.field] },
        found.field,
      );
    }
    const open = asked.filter(({ fact }) => !fact.known);
    return open.length === 0 ? pass : undecided(...open.map(({ field }) => `${field} of ${request.address}`));
  },
});

const namesIn: Readonly<
  Record<(typeof notSimulatedNetworks)[number], (request: ServiceRequest) => Fact<readonly string[]>>
> = {
  project_vpc_id: ({ projectVpcId: vpc }) => (vpc.known ? { known: true, value: vpc.value ? [vpc.value] : [] } : vpc),
  static_ips: ({ staticIps }) => staticIps,
};
