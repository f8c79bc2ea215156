import type { World } from '../../registry/world';
import type { Configuration } from './configuration';
import { outside } from './living';
import { edited, type Happening, labelOf, type Deed, type Sequence, type Step } from './steps';
import { type Terraform, type Workspace, workspaces } from './terraform';

const empty: Configuration = { blocks: new Map(), moved: [], imports: [] };

/** Where a sequence is played, and who is told of it. */
export interface Stage {
  readonly world: World;
  /** Of each step before its plan, and once more before that is applied when something happened meanwhile. */
  readonly before?: (step: Step) => void;
  /** Of each step, and whether its apply had no error. */
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
    const plain = { replace: undefined, refresh: true, kill: undefined, order: step.order, meanwhile: undefined };
    const meanwhile = async (): Promise<void> => {
      if (step.meanwhile?.kind === 'apply') {
        const other = otherOf(workspace);
        await terraform.apply(other, { ...plain, configuration: configurationOf(other) });
      } else if (step.meanwhile !== undefined) happenOutside(step.meanwhile, world);
      isToCome?.(step);
    };
    await happen(deed, { world, terraform, workspace, label });
    isToCome?.(step);
    const isOk = await terraform.apply(workspace, {
      configuration,
      replace: deed.kind === 'replace' ? label : undefined,
      refresh: step.refresh,
      kill: step.kill,
      order: step.order,
      meanwhile: step.meanwhile === undefined ? undefined : meanwhile,
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
    case 'made outside':
    case 'ended outside':
    case 'taken outside':
    case 'time':
      return happenOutside(deed, world);
    case 'taint':
      return label === undefined ? undefined : terraform.taint(workspace, label);
    case 'forget':
      return label === undefined ? undefined : terraform.forget(workspace, label);
    case 'copy':
      return terraform.copy(otherOf(workspace), workspace);
    case 'older':
      return terraform.pushOlder(workspace);
    default:
      return undefined;
  }
};

const happenOutside = (happening: Happening, world: World): void => {
  switch (happening.kind) {
    case 'made outside':
      return outside.make(world, happening.name);
    case 'ended outside':
      return outside.end(world, happening.name);
    case 'taken outside':
      return outside.take(world, happening.name);
    case 'time':
      return world.wall.set(world.wall.now() + happening.seconds * 1_000);
  }
};
