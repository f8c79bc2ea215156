import type { ComponentChild } from 'preact';
import type { LineageBranch } from '../../domain';

/** A lineage, each service above its forks. */
export const LineageTree = <Node extends { readonly name: string }>({
  branches,
  show,
}: {
  readonly branches: readonly LineageBranch<Node>[];
  readonly show: (branch: LineageBranch<Node>) => ComponentChild;
}) =>
  branches.length === 0 ? null : (
    <ul class="tree">
      {branches.map((branch) => (
        <li key={branch.node.name}>
          {show(branch)}
          <LineageTree branches={branch.forks} show={show} />
        </li>
      ))}
    </ul>
  );
