import { providerSource } from '../cite';
import { requestKey } from '../configuration';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 103, beyond the reference: one name under two addresses of a plan, destroyed under the one and created under the other. */
export const destroyedAndCreated = defineRule({
  id: 'lifecycle/destroyed-and-created',
  number: 103,
  severity: 'error',
  scope: 'settings',
  needs: ['plan'],
  title: 'Plan destroys a service and creates one of its name elsewhere',
  why:
    'A changed label or key of a loop is another address for Terraform: it destroys the live service with its data and makes ' +
    'a new one, in no fixed order.',
  attribute: 'service_name',
  sources: [providerSource('addresses: a renamed block is another resource')],
  predicts: [],
  planOnly: 'The control plane sees one service deleted and another one created.',
  messages: {
    moved: {
      detail:
        'The plan destroys {service} with its data at {from} and creates it at {to}, in no fixed order: one of the two may fail.',
      remedy: 'If it is the same service, say so in the configuration: moved, from = {from}, to = {to}.',
    },
  },
  check: ({ request, configuration }) => {
    if (request.change?.kind !== 'create') return notApplicable;
    if (configuration.ended.size === 0) return pass;
    const service = requestKey(request);
    if (service === undefined) return undecided(`service_name of ${request.address}`);
    const ended = configuration.ended.get(service);
    if (ended === undefined || ended.how !== 'destroyed') return pass;
    return violated('moved', { service, from: ended.request.address, to: request.address });
  },
});
