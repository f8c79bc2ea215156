import type { ServiceRequest } from '../../domain';
import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { requestKey } from '../configuration';
import { writtenSource } from '../replica';
import { defineRule } from '../rule';
import { keyOf, referencedBy } from '../source-of';
import { existsBefore } from '../source-order';
import type { Subject } from '../subject';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 144: forks of the same run that are each other's sources. */
export const circle = defineRule({
  id: 'source/circle',
  number: 144,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'live-source'],
  title: 'Forks are made from each other',
  why: 'A fork is made from a service that is there. Of forks that wait for each other none can be the first.',
  attribute: 'user_config.service_to_fork_from',
  sources: [inferred('a source must have a backup before it is forked')],
  asks: { siblings: true, any: sourceKeys },
  predicts: ['fork_source_not_found'],
  messages: {
    circle: {
      detail: 'None of these is there, and each is forked from the next: {names}.',
      remedy: 'Fork one of them from a service that exists, or make it a service of its own.',
    },
  },
  check: (subject) => {
    const { request, source } = subject;
    if (source.kind !== 'declared') return notApplicable;
    const passed = [request];
    for (let next = source.request; !passed.includes(next);) {
      passed.push(next);
      const further = declaredSourceOf(next, subject);
      if (further === undefined) return pass;
      if (further === request)
        return violated('circle', { names: [...passed, request].map(({ address }) => address).join(', ') });
      next = further;
    }
    return pass;
  },
});

/** The source of a declared fork, where the same run makes it; undefined where it is there already or is not known. */
const declaredSourceOf = (request: ServiceRequest, { configuration, facts }: Subject): ServiceRequest | undefined => {
  const referenced = referencedBy(request, configuration);
  const key = referenced === undefined ? namedKey(request) : requestKey(referenced);
  const source = referenced ?? configuration.byName.get(key ?? '')?.[0];
  if (source === undefined || key === undefined || existsBefore(source)) return undefined;
  const isMade = facts === undefined ? source.change?.kind === 'create' : !facts.services.has(key);
  return isMade ? source : undefined;
};

const namedKey = (request: ServiceRequest): string | undefined => {
  const source = writtenSource(request);
  return source && keyOf(source);
};
