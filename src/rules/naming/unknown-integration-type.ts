import { integrationTypes, nearestName } from '../../domain';
import { fromSchema } from '../cite';
import { meantOr } from '../hint';
import { isVendorResource } from '../reader';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 161: an integration of a type that there is not. */
export const unknownIntegrationType = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Integration type does not exist',
  why: 'The types of integrations are a closed list. A misspelt read_replica makes a service that follows nothing.',
  attribute: 'service_integrations',
  sources: [fromSchema('go-client-codegen, IntegrationType')],
  asks: { any: ['service_integrations'] },
  predicts: ['integration_type_unknown'],
  messages: {
    unknown: {
      detail: 'There is no integration type "{type}".',
      remedy: 'Correct the type of the integration. {meant}',
    },
  },
  check: ({ request: { address, resource, integrations } }) => {
    if (integrations.length === 0) return notApplicable;
    for (const { type: fact } of integrations) {
      const type = orUndecided<string>(fact, `integration types of ${address}`);
      if (integrationTypes.includes(type)) continue;
      const near = nearestName(type, integrationTypes);
      // The vendor's provider has a list of its own, which may be newer: there, only what is nearly a known one is surely wrong.
      if (near === undefined && isVendorResource({ address, ...(resource === undefined ? {} : { resource }) }))
        continue;
      const meant = meantOr(near, 'Types are such as read_replica, metrics, logs and datasource.');
      return violated('unknown', { type, meant });
    }
    return pass;
  },
});
