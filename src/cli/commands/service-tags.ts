import type { RegistryClient } from '../../api';
import { done, type Result } from '../command';
import { UsageError } from '../errors';
import type { Inputs, Typed } from '../inputs';
import { serviceCommand } from '../service-command';
import { parseTags } from '../settings';
import { table } from '../show/table';

const shownTags = async (client: RegistryClient, project: string, service: string): Promise<Result> => {
  const tags = await client.getTags(project, service);
  const rows = Object.entries(tags).map(([key, value]) => [key, value]);
  return done(rows.length === 0 ? 'no tags' : table(['key', 'value'], rows), { tags: { ...tags } });
};

/** `forkcast service tags list`. */
export const serviceTagsList = serviceCommand({
  name: 'service tags list',
  summary: 'list the tags of a service',
  examples: { 'forkcast service tags list orders': 'none of them is copied to a fork unless that is asked' },
  run: ({ client, project, service }) => shownTags(client, project, service),
});

const changedTags = (inputs: Inputs): Typed<Readonly<Record<string, string | null>>> => {
  const added = inputs.textList('--add-tag <key=value>', 'a tag to add or change; repeat it');
  const removed = inputs.textList('--remove-tag <key>', 'a tag to remove; repeat it');
  return () => {
    const gone = Object.fromEntries(removed().map((key) => [key, null]));
    const tags = { ...gone, ...parseTags(added(), '--add-tag') };
    if (Object.keys(tags).length > 0) return tags;
    throw new UsageError('Nothing to change was given: --add-tag or --remove-tag.');
  };
};

/** `forkcast service tags update`. */
export const serviceTagsUpdate = serviceCommand({
  name: 'service tags update',
  summary: 'add, change and remove tags of a service',
  examples: { 'forkcast service tags update orders --add-tag team=shop --remove-tag owner': 'the others stay' },
  flags: (inputs) => ({ tags: changedTags(inputs) }),
  run: async ({ client, project, service }, { tags }) => {
    await client.tell('ProjectServiceTagsUpdate', { at: { project, service }, body: { tags }, query: null });
    return shownTags(client, project, service);
  },
});

/** `forkcast service tags replace`. */
export const serviceTagsReplace = serviceCommand({
  name: 'service tags replace',
  summary: 'replace all tags of a service',
  examples: { 'forkcast service tags replace orders --tag team=shop': 'this tag, and no other' },
  flags: (inputs) => ({ tags: inputs.textList('--tag <key=value>', 'a tag; repeat it; without one, none is left') }),
  run: async ({ client, project, service }, { tags }) => {
    await client.replaceTags(project, service, parseTags(tags));
    return shownTags(client, project, service);
  },
});
