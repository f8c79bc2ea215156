import { TerraformStack } from './cdktf';
import type { IConstruct } from './cdktf';
import { ToolkitMixedError } from './errors';
import { refuse } from './told-refusal';

/** The toolkits that the constructs are built for, each with the door of the package that is for it. */
const doors = { cdktf: 'forkcast', cdktn: 'forkcast/cdktn' } as const;

type Toolkit = keyof typeof doors;

/** What a class of a toolkit says of itself: `cdktf.App`, `cdktn.TerraformStack`. */
const typeInformation = Symbol.for('jsii.rtti');

const toolkitOf = (made: object): Toolkit | undefined => {
  const said: unknown = Reflect.get(made, typeInformation);
  const name: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'fqn') : undefined;
  const [first] = typeof name === 'string' ? name.split('.') : [];
  return first === 'cdktf' || first === 'cdktn' ? first : undefined;
};

/** The one that this tree of constructs is loaded with; with the alias `cdktf@npm:cdktn` it is cdktn behind both doors. */
export const ownToolkit = toolkitOf(TerraformStack);

/**
 * A construct of one toolkit below an app of the other fails inside the toolkit, or is synthesized without its aspects. So it is refused
 * before anything of the toolkit is called. A root that no toolkit made says nothing.
 * @throws ToolkitMixedError
 */
export const checkToolkit = (scope: IConstruct, id: string): void => {
  const { root } = scope.node;
  const found = toolkitOf(root.constructor);
  if (found === undefined || ownToolkit === undefined || found === ownToolkit) return;
  const version: unknown = root.node.tryGetContext('cdktfVersion');
  const app = typeof version === 'string' ? `${found} ${version}` : found;
  refuse(new ToolkitMixedError(`${scope.node.path}/${id}`, app, ownToolkit, doors[found]));
};
