import { serviceKey } from '../../domain';
import { inferred } from '../cite';
import { priorKey } from '../configuration';
import { missingService } from '../missing-names';
import { followersIn } from '../replica';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 146, beyond the reference: what others replicate is ended. */
export const replicaLosesSource = defineRule({
  severity: 'warning',
  scope: 'lifecycle',
  removals: true,
  title: 'Service is ended while replicas follow it',
  why:
    'A read replica, or a recovery copy, is fed by the service that it follows and has no backups of its own. When that ends, the ' +
    'replica lives on with what it had, gets nothing more, and cannot be forked.',
  attribute: 'service_name',
  sources: [inferred('a replica outlives its source, and is fed by nobody then; the documents do not say')],
  planOnly: 'The control plane ends a service whatever follows it.',
  messages: {
    left: {
      detail:
        '{service} is ended, and these follow it: {replicas}. They live on with what they have, and get nothing more.',
      remedy: 'End the replicas too, or keep the service. No action is needed if they are meant to stay as they are.',
    },
    remade: {
      detail:
        '{service} is ended and made again, and these follow the one of now: {replicas}. They live on with what they have, and get ' +
        'nothing of the new one.',
      remedy: 'Make the replicas again too, or keep the service.',
    },
  },
  check: ({ request, remade, facts, existing, configuration }) => {
    const isEnded = request.change?.kind === 'delete';
    if (!isEnded && !remade) return notApplicable;
    const key = priorKey(request);
    const service = key === undefined ? existing : facts?.services.get(key);
    if (facts === undefined) return undecided(missingService(request));
    if (service === undefined) return notApplicable;
    const left = followersIn(service).filter((name) => configuration.ended.get(name)?.how !== 'destroyed');
    if (left.length === 0) return pass;
    return violated(isEnded ? 'left' : 'remade', { service: serviceKey(service), replicas: listed(left) });
  },
});

/** Names that a finding lists. */
const mostNames = 5;

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
};
