import type { ServiceId } from '../../domain';
import { writeOwnerTags } from './owner-tags';

/** How somebody lets go of a service of a real account. */
export const letGoWords = 'whose it is stands in its tags; take them off with the tools of the vendor.';

/** How a service of a real account becomes that of an owner: nothing here writes its tags once it is made. */
export const adoptWords = (id: ServiceId, owner: string): string => {
  const tags = Object.entries(writeOwnerTags(id, { id: owner, stack: '', path: '' }));
  const words = tags.map(([name, value]) => `--add-tag ${name}=${value}`).join(' ');
  return (
    'whose it is stands in its tags, which are written when it is made and never later. To adopt it, write them with the tools of the ' +
    `vendor:\n  avn service tags update ${id.service} --project ${id.project} ${words}\n`
  );
};
