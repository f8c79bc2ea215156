import { serviceKey, type ServiceRequest } from '../domain';
import type { Configuration, EndedService } from './configuration';
import type { Subject } from './subject';

/** The name of the source as one text; undefined while a part of it is not known, or where there is none. Never throws. */
export const sourceKeyOf = ({ sourceName }: Subject): string | undefined =>
  sourceName?.project.known && sourceName.service.known
    ? serviceKey({ project: sourceName.project.value, service: sourceName.service.value })
    : undefined;

/** The declaration of the source in the same configuration, whether the source exists already or not. Never throws. */
export const sourceChangeOf = (subject: Subject): ServiceRequest | undefined => {
  const { request, source, configuration } = subject;
  const referenced =
    request.source.kind === 'declared' ? configuration.byAddress.get(request.source.address) : undefined;
  if (referenced !== undefined) return referenced;
  if (source.kind === 'declared') return source.request;
  if (source.kind === 'unknown' && source.request !== undefined) return source.request;
  return namesake(request, sourceKeyOf(subject), configuration);
};

const namesake = (
  request: ServiceRequest,
  key: string | undefined,
  { byName }: Configuration,
): ServiceRequest | undefined => (key === undefined ? undefined : byName.get(key)?.find((other) => other !== request));

/** The source, when the same run destroys it. Never throws. */
export const endedSourceOf = (subject: Subject): EndedService | undefined => {
  const key = sourceKeyOf(subject);
  const ended = key === undefined ? undefined : subject.configuration.ended.get(key);
  if (ended !== undefined) return ended.request === subject.request ? undefined : ended;
  const { source } = subject.request;
  if (key !== undefined || source.kind !== 'declared') return undefined;
  return [...subject.configuration.ended.values()].find(({ request }) => request.address === source.address);
};
