import { nearestServiceType } from '../../domain';
import { userConfigSchema } from '../cite';
import { defineRule } from '../rule';
import { pass, undecided, violated } from '../verdict';

/** Rule 85, beyond the reference: the type exists, so that every other rule about it can be decided. */
export const unknownServiceType = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Service type does not exist',
  why: 'Types have short codes, such as pg for PostgreSQL. Without a known type nothing else about the service can be judged.',
  attribute: 'service_type',
  sources: [userConfigSchema],
  predicts: ['service_type_unknown'],
  messages: {
    unknown: {
      detail: 'There is no service type "{type}". Types are {types}.',
      remedy: 'Use the code of the type.{hint}',
    },
  },
  check: ({ request: { address, serviceType }, type, catalogue }) => {
    if (!serviceType.known || !type.known) return undecided(`service_type of ${address}`);
    if (type.value !== undefined) return pass;
    const types = [...catalogue.serviceTypes.values()];
    const nearest = nearestServiceType(serviceType.value, catalogue);
    return violated('unknown', {
      type: serviceType.value,
      types: types
        .filter(({ legacy }) => !legacy)
        .map(({ name }) => name)
        .join(', '),
      hint: nearest === undefined ? '' : ` Did you mean "${nearest}"?`,
    });
  },
});
