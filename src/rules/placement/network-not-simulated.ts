import { notSimulatedFields, notSimulatedNetwork } from '../../domain';
import { inferred } from '../cite';
import { isVendorResource } from '../reader';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 111: what the registry does not honour, and so refuses. */
export const networkNotSimulated = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Private networks are not simulated',
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
    const field = notSimulatedNetwork;
    const { projectVpcId: vpc, address } = request;
    if (!vpc.known) return undecided(`${field} of ${address}`);
    return vpc.value
      ? violated('not-simulated', { field, asked: `"${vpc.value}"`, what: notSimulatedFields[field] }, field)
      : pass;
  },
});
