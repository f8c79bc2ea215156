import { serviceKey, type ServiceRequest } from '../../domain';
import { sourceKeys } from '../asks';
import { inferred } from '../cite';
import { requestKey, type Configuration } from '../configuration';
import { followedBy, followedIds } from '../followed';
import { writtenSource } from '../replica';
import { defineRule } from '../rule';
import { keyOf, referencedBy } from '../source-of';
import { existsBefore } from '../source-order';
import type { Subject } from '../subject';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 144: forks and replicas of the same run that are each other's sources. */
export const circle = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Services are made from each other',
  why: 'A fork is made from a service that is there, and so is a replica. Of services that wait for each other none can be the first.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    inferred('a source must have a backup before it is forked'),
    inferred('a replica takes in what the named service writes'),
  ],
  asks: { siblings: true, any: [...sourceKeys, 'service_integrations'] },
  predicts: ['fork_source_not_found', 'service_not_found'],
  messages: {
    circle: {
      detail: 'None of these is there, and each is forked from the next, or follows it: {names}.',
      remedy: 'Let one of them fork or follow a service that exists, or make it a service of its own.',
    },
  },
  check: (subject) => {
    const { request, source, isFork, replicaOf } = subject;
    const found = isFork ? [source] : followedBy(subject).map((followed) => followed.source);
    const first = found.flatMap((one) => (one.kind === 'declared' ? [one.request] : []));
    if (first.length === 0) return notApplicable;
    const names = pathBack(request, first, subject)?.map(({ address }) => address);
    if (names === undefined) return pass;
    const attribute = isFork || replicaOf !== undefined ? undefined : 'service_integrations';
    return violated('circle', { names: names.join(', ') }, attribute);
  },
});

/** The way from a service over what each is made from, back to itself; undefined: there is none. */
const pathBack = (
  to: ServiceRequest,
  first: readonly ServiceRequest[],
  subject: Subject,
): readonly ServiceRequest[] | undefined => {
  const seen = new Set<ServiceRequest>();
  const ways = first.map((next) => [to, next]);
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const last = way.at(-1);
    if (last === to) return way;
    if (last === undefined || seen.has(last)) continue;
    seen.add(last);
    for (const next of declaredSourcesOf(last, subject)) ways.push([...way, next]);
  }
  return undefined;
};

/** What a declared service is forked from or follows, where the same run makes it; what is there already or is not known is left out. */
const declaredSourcesOf = (request: ServiceRequest, { configuration, facts }: Subject): readonly ServiceRequest[] =>
  sourcesOf(request, configuration).filter((source) => {
    const key = requestKey(source);
    if (key === undefined || existsBefore(source)) return false;
    return facts === undefined ? source.change?.kind === 'create' : !facts.services.has(key);
  });

const sourcesOf = (request: ServiceRequest, configuration: Configuration): readonly ServiceRequest[] => {
  const referenced = referencedBy(request, configuration);
  if (referenced !== undefined) return [referenced];
  const written = writtenSource(request);
  const keys = written === undefined ? followedIds(request).map((id) => id && serviceKey(id)) : [keyOf(written)];
  return keys.flatMap((key) => configuration.byName.get(key ?? '')?.slice(0, 1) ?? []);
};
