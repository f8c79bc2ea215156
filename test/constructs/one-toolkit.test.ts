import type * as Toolkit from 'cdktf';
import { ForkcastScope, Service, ToolkitMixedError } from '../../src/constructs';
import { RootConstruct, TerraformStack } from '../../src/constructs/cdktf';
import { ownToolkit } from '../../src/constructs/one-toolkit';
import { CarrierMissingError } from '../../src/constructs/errors';
import { noWorld } from './an-app';

// By their folders: a project of the tests maps the one name to the other.
const cdktf = jest.requireActual<typeof Toolkit>('../../node_modules/cdktf');
const cdktn = jest.requireActual<typeof Toolkit>('../../node_modules/cdktn');
const other = ownToolkit === 'cdktf' ? cdktn : cdktf;
const otherDoor = ownToolkit === 'cdktf' ? 'forkcast/cdktn' : 'forkcast';

/** An app of the toolkit that these constructs are not loaded with; its stack is as good a scope as any to the compiler. */
const otherStack = (): Toolkit.TerraformStack => new other.TerraformStack(other.Testing.app(), 'demo');

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

test('these constructs are of the toolkit whose name the project has, or of the first', () => {
  expect(ownToolkit).toBe(TerraformStack === cdktn.TerraformStack ? 'cdktn' : 'cdktf');
});

describe('in an app of the other toolkit', () => {
  test.each([
    [
      'Forkcast',
      'forkcast',
      (stack: RootConstruct) => new ForkcastScope(stack, 'forkcast', { project: 'demo' }, noWorld),
    ],
    [
      'Service',
      'pg',
      (stack: RootConstruct) =>
        new Service(stack, 'pg', {
          serviceType: 'pg',
          serviceName: 'pg',
          plan: 'business-4',
          cloudName: 'aws-eu-west-1',
        }),
    ],
    [
      'a source',
      'src',
      (stack: RootConstruct) => Service.fromRegistry(stack, 'src', { serviceName: 'pg', serviceType: 'pg' }),
    ],
  ])('%s says in one sentence which door is meant, and adds nothing', (_, id, make) => {
    const stack = otherStack();
    const error = thrownBy(() => make(stack));
    // The builder of an app for tests states no version.
    const version = `${other === cdktn ? 'cdktn' : 'cdktf'} stubbed`;
    expect(error).toBeInstanceOf(ToolkitMixedError);
    const remedy = `import Forkcast from '${otherDoor}' instead.`;
    expect(error).toMatchObject({
      message: `demo/${id} is of the constructs for ${ownToolkit}, and its app is of ${version}: ${remedy}`,
    });
    expect(stack.node.children).toEqual([]);
  });
});

test('a root that no toolkit made is taken as it is', () => {
  expect(
    thrownBy(() => new ForkcastScope(new RootConstruct(), 'forkcast', { project: 'demo' }, noWorld)),
  ).toBeUndefined();
});

test.each([
  ['cdktn', /there is none for cdktn. Use the backend 'terraform_data'/],
  ['cdktf', /@cdktf\/provider-null, which is not installed. Install it, or use the backend 'terraform_data'/],
])('without a null provider for %s the carrier is named that needs none', (toolkit, words) => {
  expect(new CarrierMissingError(toolkit).message).toMatch(words);
});
