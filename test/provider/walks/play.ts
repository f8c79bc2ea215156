import type { World } from '../../registry/world';
import type { Configuration } from './configuration';
import { outside } from './living';
import { edited, labelOf, type Deed, type Sequence, type Step } from './steps';
import { type Terraform, type Workspace, workspaces } from './terraform';

const empty: Configuration = { blocks: new Map(), moved: [], imports: [] };

/** Where a sequence is played, and who is told of each step: before its apply, and after it with whether that had no error. */
export interface Stage {
  readonly world: World;
  readonly before?: (step: Step) => void;
  readonly after: (step: Step, isOk: boolean) => Promise<void>;
}

/** Plays a sequence with the model or with the program, on a world that is its own. */
export const play = async (
  { steps }: Sequence,
  terraform: Terraform,
  { world, before: isToCome, after }: Stage,
): Promise<void> => {
  const configurations = new Map<Workspace, Configuration>(workspaces.map((workspace) => [workspace, empty]));
  const configurationOf = (workspace: Workspace): Configuration => configurations.get(workspace) ?? empty;
  for (const step of steps) {
    const { workspace, deed, keep } = step;
    const before = configurationOf(workspace);
    const configuration = deed.kind === 'copy' ? configurationOf(otherOf(workspace)) : edited(before, deed);
    const label = labelOf(before, deed);
    world.wall.set(world.wall.now() + 1_000);
    await happen(deed, { world, terraform, workspace, label });
    isToCome?.(step);
    const isOk = await terraform.apply(workspace, {
      configuration,
      replace: deed.kind === 'replace' ? label : undefined,
      refresh: step.refresh,
      kill: step.kill,
      order: step.order,
    });
    configurations.set(workspace, isOk ? { ...configuration, moved: [], imports: [] } : keep ? configuration : before);
    await after(step, isOk);
  }
};

const otherOf = (workspace: Workspace): Workspace => (workspace === 'one' ? 'two' : 'one');

interface Scene {
  readonly world: World;
  readonly terraform: Terraform;
  readonly workspace: Workspace;
  readonly label: string | undefined;
}

/** What is done besides an edit. */
const happen = async (deed: Deed, { world, terraform, workspace, label }: Scene): Promise<void> => {
  switch (deed.kind) {
    case 'taint':
      return label === undefined ? undefined : terraform.taint(workspace, label);
    case 'forget':
      return label === undefined ? undefined : terraform.forget(workspace, label);
    case 'copy':
      return terraform.copy(otherOf(workspace), workspace);
    case 'older':
      return terraform.pushOlder(workspace);
    case 'made outside':
      return outside.make(world, deed.name);
    case 'ended outside':
      return outside.end(world, deed.name);
    case 'taken outside':
      return outside.take(world, deed.name);
    case 'time':
      return world.wall.set(world.wall.now() + deed.seconds * 1_000);
    default:
      return undefined;
  }
};
