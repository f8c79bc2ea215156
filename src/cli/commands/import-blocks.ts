import type { ServiceBody } from '../../api';
import { serviceKey } from '../../domain';
import type { SourceBlocks } from '../../intake';
import { done, stopped } from '../command';
import { serviceCommand } from '../service-command';
import { findService } from '../find-service';
import { freeLabel } from '../free-label';
import { sourceBlocksIn } from '../source-blocks';

/** Something inside a service: the provider's resource of it, and its attributes, the name first. */
interface Child {
  readonly type: string;
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string | number])[];
}

/** `forkcast import-blocks`. */
export const importBlocks = serviceCommand({
  name: 'import-blocks',
  summary: 'print the blocks that take what a fork copied into a Terraform state',
  about:
    'A fork has the databases, users and connection pools of its source from the moment it is made: a block that creates one is refused. ' +
    'This prints, for each of them as it is now, a block import and its resource, in HCL; the next apply imports them, and the plan ' +
    'after it is empty. A label that a .tf file of this folder, or of --source, has already gets a number. The administrator is left ' +
    'out, who goes with the service. In CDKTF: importChildren() of the fork. The fork itself: forkcast service takeover. ' +
    'Changes nothing by itself.',
  examples: { 'forkcast import-blocks orders-fork > orders-fork-children.tf': 'what the fork copied, into Terraform' },
  exitCodes: { 1: 'the service is no fork' },
  argument: ['service', 'the fork'],
  flags: (inputs) => ({
    source: inputs.text(
      '--source <folder>',
      'folder that the blocks are for: no label of its .tf files is taken again',
    ),
  }),
  run: async ({ context, client, project, service }, { source: folder }) => {
    const found = await findService(client, project, service);
    const where = { project, service };
    if ((found.forkcast?.lineage ?? null) === null)
      return stopped(
        `${serviceKey(where)} is no fork, so it copied nothing. What is inside it was made there: import it by its id, ` +
          `such as ${serviceKey(where)}/defaultdb for a forkcast_database.`,
        { imports: null },
      );
    const children = childrenIn(found);
    const labels = labelled(children, sourceBlocksIn(context.terminal.cwd, folder ?? '.'));
    const blocks = children.map((child, index) => blocksOf(child, labels[index] ?? child.name, where));
    const imports = children.map(({ type, name: own }, index) => ({
      to: `${type}.${labels[index] ?? own}`,
      id: `${serviceKey(where)}/${own}`,
    }));
    return done(blocks.join('\n\n'), { imports });
  },
});

const childrenIn = ({ databases, users, connection_pools: pools = [] }: ServiceBody): readonly Child[] => [
  ...databases.map((name): Child => ({
    type: 'forkcast_database',
    name,
    attributes: [['database_name', name]],
  })),
  ...users
    .filter(({ type }) => type !== 'primary')
    .map(({ username: name }): Child => ({
      type: 'forkcast_service_user',
      name,
      attributes: [['username', name]],
    })),
  ...pools.map((pool): Child => ({
    type: 'forkcast_connection_pool',
    name: pool.pool_name,
    attributes: [
      ['pool_name', pool.pool_name],
      ['database_name', pool.database],
      ...(pool.username === null ? [] : ([['username', pool.username]] as const)),
      ['pool_size', pool.pool_size],
      ['pool_mode', pool.pool_mode],
    ],
  })),
];

/** What each resource is called: its name as HCL has names, with a number where another of its type has the same. */
const labelled = (children: readonly Child[], declared: SourceBlocks): readonly string[] => {
  const used = new Set(declared.keys());
  return children.map(({ type, name }) => {
    const plain = name.replaceAll(/\W/g, '_').replace(/^(?![A-Za-z_])/, '_');
    const label = freeLabel([plain], (one) => used.has(`${type}.${one}`));
    used.add(`${type}.${label}`);
    return label;
  });
};

const blocksOf = (
  { type, name, attributes }: Child,
  label: string,
  { project, service }: { readonly project: string; readonly service: string },
): string => {
  const all = [['project', project], ['service_name', service], ...attributes] as const;
  const widest = Math.max(...all.map(([key]) => key.length));
  // Names of services and of what is in them have no quotation marks and no templates.
  const lines = all.map(([key, value]) => `  ${key.padEnd(widest)} = ${JSON.stringify(value)}`);
  const id = JSON.stringify(`${project}/${service}/${name}`);
  return [
    `import {\n  to = ${type}.${label}\n  id = ${id}\n}`,
    [`resource "${type}" "${label}" {`, ...lines, '}'].join('\n'),
  ].join('\n\n');
};
