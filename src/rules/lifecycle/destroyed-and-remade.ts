import { providerSource } from '../cite';
import { isMadeAsFork } from '../../planner';
import { reasonsText, replacementCause } from '../replacement';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 92, beyond the reference: any other replacement of a live service. */
export const destroyedAndRemade = defineRule({
  id: 'lifecycle/destroyed-and-remade',
  number: 92,
  severity: 'error',
  scope: 'lifecycle',
  needs: ['plan'],
  title: 'Plan destroys a live service and makes it again',
  why:
    'Name and project of a service never change, so Terraform destroys the service with its data and makes an empty one, ' +
    'or another fork.',
  attribute: 'service_name',
  sources: [providerSource('attributes that force replacement')],
  predicts: [],
  planOnly: 'The control plane sees one service deleted and another one created.',
  messages: {
    service: {
      detail: 'The plan destroys {service} with its data and makes it again, empty, because of {reasons}.',
      remedy: 'Undo the change. To rename a service, fork it under the new name and destroy the old one later.',
    },
    fork: {
      detail: 'The plan destroys the fork {service} with its data and forks again, because of {reasons}.',
      remedy: 'Undo the change, or acknowledge this finding if the data of the fork may go.',
    },
  },
  check: (subject) => {
    const { request, made } = subject;
    if (request.change === undefined) return notApplicable;
    const cause = replacementCause(subject);
    if (cause === undefined) return pass;
    if (cause !== 'other') return notApplicable;
    const attribute = request.change.reasons[0];
    const data = { service: made?.name ?? request.address, reasons: reasonsText(request.change) };
    return violated(made !== undefined && isMadeAsFork(made) ? 'fork' : 'service', data, attribute);
  },
});
