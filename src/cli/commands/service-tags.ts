import type { CommandDefinition, Result } from '../command';
import { done, reach } from '../command';
import { UsageError } from '../errors';
import { parseTags } from '../settings';
import { table } from '../show/table';

type Tags = Readonly<Record<string, string>>;

const shown = (project: string, service: string, tags: Tags): Result => {
  const rows = Object.entries(tags).map(([key, value]) => [key, value]);
  return done(rows.length === 0 ? 'no tags' : table(['key', 'value'], rows), { project, service, tags: { ...tags } });
};

/** `forkcast service tags list`. */
export const serviceTagsList: CommandDefinition = {
  name: 'service tags list',
  summary: 'list the tags of a service',
  examples: { 'forkcast service tags list orders': 'none of them is copied to a fork unless that is asked' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    return async (context) => {
      const project = await context.project();
      return shown(project, name(), await (await context.connect()).getTags(project, name()));
    };
  },
};

/** `forkcast service tags update`. */
export const serviceTagsUpdate: CommandDefinition = {
  name: 'service tags update',
  summary: 'add, change and remove tags of a service',
  examples: { 'forkcast service tags update orders --add-tag team=shop --remove-tag owner': 'the others stay' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const added = inputs.textList('--add-tag <key=value>', 'a tag to add or change; repeat it');
    const removed = inputs.textList('--remove-tag <key>', 'a tag to remove; repeat it');
    return async (context) => {
      const gone = Object.fromEntries(removed().map((key) => [key, null]));
      const tags = { ...gone, ...parseTags(added(), '--add-tag') };
      if (Object.keys(tags).length === 0)
        throw new UsageError('Nothing to change was given: --add-tag or --remove-tag.');
      const { project, client } = await reach(context);
      const at = { project, service: name() };
      await client.tell('ProjectServiceTagsUpdate', { at, body: { tags }, query: null });
      return shown(project, name(), await client.getTags(project, name()));
    };
  },
};

/** `forkcast service tags replace`. */
export const serviceTagsReplace: CommandDefinition = {
  name: 'service tags replace',
  summary: 'replace all tags of a service',
  examples: { 'forkcast service tags replace orders --tag team=shop': 'this tag, and no other' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const tags = inputs.textList('--tag <key=value>', 'a tag; repeat it; without one, none is left');
    return async (context) => {
      const { project, client } = await reach(context);
      await client.replaceTags(project, name(), parseTags(tags()));
      return shown(project, name(), await client.getTags(project, name()));
    };
  },
};
