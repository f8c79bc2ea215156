import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { followedBy } from '../followed';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { sourceType } from '../source-type';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 138, beyond the reference: what replicates another service by an integration alone is of its type. */
export const replicaTypeMismatch = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Replica is of another type than what it follows',
  why: 'A replica takes in what its source writes, which only a service of the same type can.',
  attribute: 'service_integrations',
  sources: [inferred('replication is done by the engine itself')],
  asks: { about: ['replica'], any: ['service_integrations'], none: sourceKeys },
  predicts: ['fork_type_mismatch'],
  messages: {
    mismatch: {
      detail:
        'The integration {integration} names {source}, which is of type {sourceType}; the service is of type {type}.',
      remedy: 'Declare the service with type {sourceType}, or name a service of type {type}.',
    },
  },
  check: (subject) => {
    const { request, replicaOf } = subject;
    const all = followedBy(subject);
    if (replicaOf !== undefined || all.length === 0) return notApplicable;
    const type = orUndecided(request.serviceType, `service_type of ${request.address}`);
    for (const { integration: one, source } of all) {
      if (source.kind === 'unknown') return undecided(source.missing);
      const found = sourceType(source);
      if (found === undefined) continue;
      const other = orUndecided(found.type, `service_type of ${found.name}`);
      if (other === type) continue;
      const integration = one?.type.known ? one.type.value : '';
      return violated('mismatch', { integration, source: found.name, sourceType: other, type });
    }
    return pass;
  },
});
