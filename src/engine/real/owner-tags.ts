import type { OwnerBody, ServiceBody } from '../../api';
import { serviceKey, sha256, type ServiceId } from '../../domain';

type Tags = Readonly<Record<string, string>>;

/** Tags of a service of the vendor that say whose it is. Keys are of `a-z0-9_-`, values have at most 64 characters. */
const tagNames = {
  owner: 'forkcast_owner',
  service: 'forkcast_service',
  stack: 'forkcast_stack',
  path: 'forkcast_path',
} as const;
const longestValue = 64;

/** The service that the tags are about, so that those which a fork copied from its source say nothing of the fork. */
const nameService = (id: ServiceId): string => {
  const key = serviceKey(id);
  return key.length <= longestValue ? key : sha256().update(key).hex();
};

/** The tags of a service that is made for an owner: part of the request that makes it. */
export const writeOwnerTags = (
  id: ServiceId,
  { id: owner, stack, path }: Pick<OwnerBody, 'id' | 'stack' | 'path'>,
): Tags => ({
  [tagNames.owner]: owner.slice(0, longestValue),
  [tagNames.service]: nameService(id),
  ...label(tagNames.stack, stack),
  ...label(tagNames.path, path),
});

const label = (name: string, text: string): Tags => (text === '' ? {} : { [name]: text.slice(0, longestValue) });

/** Whose a service is; undefined: nobody's, or its tags are about another service. */
export const readOwnerTags = (id: ServiceId, { tags }: Pick<ServiceBody, 'tags'>): OwnerBody | undefined => {
  const { [tagNames.owner]: owner, [tagNames.service]: service, [tagNames.stack]: stack, [tagNames.path]: path } = tags;
  if (owner === undefined || service !== nameService(id)) return undefined;
  return { id: owner, stack: stack ?? '', path: path ?? '', workspace: null, host: null };
};

const isOwnerTag = (name: string): boolean => Object.values<string>(tagNames).includes(name);

/** What somebody else wrote: these are declared, compared and shown. */
export const withoutOwnerTags = (tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).filter(([name]) => !isOwnerTag(name)));

/** What was written when it was made, as it stands now. */
export const ownerTagsOf = (tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).filter(([name]) => isOwnerTag(name)));
