import { inferred } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 121, beyond the reference: Terraform runs no destroy command of what it replaces by creating first. */
export const createdBeforeDestroyed = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'create_before_destroy reaches a service that commands make',
  why:
    'A replacement that creates first drops the old resource without running its destroy command. The old service would live on, ' +
    'paid for and in no state. It holds for everything that the resource depends on, too.',
  attribute: 'service_name',
  sources: [inferred('tried with Terraform 1.11: no destroy provisioner runs for a deposed object')],
  planOnly: 'Only the configuration tells in which order Terraform replaces.',
  messages: {
    reached: {
      detail:
        'create_before_destroy of {by} reaches {address}: a replacement would leave the old service behind, alive and in no state.',
      remedy: 'Take create_before_destroy away from {by}, or the dependency on this service.',
    },
  },
  check: ({ request: { carried } }) => {
    if (carried?.by !== 'local-exec') return notApplicable;
    const { address, createdFirstBy } = carried;
    return createdFirstBy === undefined ? pass : violated('reached', { by: createdFirstBy, address });
  },
});
