import fc from 'fast-check';
import type { Block, Configuration, Kill } from './configuration';
import { type Workspace, workspaces } from './terraform';

/** What somebody does before the next apply of a workspace. `at` picks a block, by its place. */
export type Deed =
  /** An edit of the configuration. */
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'add' } & Omit<Block, 'hour'>)
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'rename'; readonly at: number; readonly moved: boolean }
  | { readonly kind: 'setting'; readonly at: number; readonly hour: number }
  | { readonly kind: 'fork key'; readonly at: number; readonly made: Block['made'] }
  | { readonly kind: 'service name'; readonly at: number; readonly name: string }
  | { readonly kind: 'may replace'; readonly at: number }
  | { readonly kind: 'create first'; readonly at: number }
  | { readonly kind: 'import'; readonly name: string }
  /** Something that is done to a state. */
  | { readonly kind: 'replace'; readonly at: number }
  | { readonly kind: 'taint'; readonly at: number }
  | { readonly kind: 'forget'; readonly at: number }
  | { readonly kind: 'copy' }
  | { readonly kind: 'older' }
  | Happening;

/** Something that happens outside of a workspace. */
export type Happening =
  | { readonly kind: 'made outside'; readonly name: string }
  | { readonly kind: 'ended outside'; readonly name: string }
  | { readonly kind: 'taken outside'; readonly name: string }
  | { readonly kind: 'time'; readonly seconds: number };

export interface Step {
  readonly workspace: Workspace;
  readonly deed: Deed;
  readonly kill: Kill | undefined;
  /** What happens between the plan and its apply; `apply`: the other workspace's. */
  readonly meanwhile: Happening | { readonly kind: 'apply' } | undefined;
  readonly refresh: boolean;
  /** The edit stays when the apply is refused. */
  readonly keep: boolean;
  readonly order: number;
}

export const names = ['x', 'y'] as const;
const labels = ['a', 'b', 'c'] as const;

const at = fc.nat({ max: 2 });
const name = fc.constantFrom(...names);
const made = fc.constantFrom<Block['made'][]>('plain', 'early', 'late');

/** In one of five. */
const rarely = <T, Else>(value: fc.Arbitrary<T>, otherwise: Else): fc.Arbitrary<T | Else> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: value });

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('made outside' as const), name }),
  fc.record({ kind: fc.constant('ended outside' as const), name }),
  fc.record({ kind: fc.constant('taken outside' as const), name }),
  fc.record({ kind: fc.constant('time' as const), seconds: fc.constantFrom(5, 31, 3_600) }),
);

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      name,
      made,
      mayReplace: fc.boolean(),
      createFirst: rarely(fc.constant(true), false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename' as const), at, moved: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('setting' as const), at, hour: fc.constantFrom(3, 4, 5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fork key' as const), at, made }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('service name' as const), at, name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('may replace' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create first' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('import' as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replace' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('taint' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('copy' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('older' as const) }) },
  { weight: 4, arbitrary: anyHappening },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('nothing' as const) }) },
);

const anyKill: fc.Arbitrary<Kill> = fc.record({
  at: fc.constantFrom<Kill['at'][]>('create', 'create', 'look', 'look', 'change', 'end'),
  when: fc.constantFrom<Kill['when'][]>('before', 'after'),
  nth: fc.integer({ min: 1, max: 3 }),
});

const anyStep: fc.Arbitrary<Step> = fc.record({
  workspace: fc.constantFrom(workspaces[0], workspaces[0], workspaces[1]),
  deed: anyDeed,
  kill: rarely(anyKill, undefined),
  meanwhile: rarely(fc.oneof(anyHappening, fc.constant({ kind: 'apply' as const })), undefined),
  refresh: rarely(fc.boolean(), true),
  keep: fc.boolean(),
  order: fc.nat({ max: 9 }),
});

/** A life of two states; things take no time, or a few seconds. */
export interface Sequence {
  readonly profile: 'instant' | 'fast';
  readonly steps: readonly Step[];
}

/** A sequence of a few steps at least. */
export const anySequence = ({ stepsMax }: { readonly stepsMax: number }): fc.Arbitrary<Sequence> =>
  fc.record({
    profile: fc.constantFrom<Sequence['profile'][]>('instant', 'fast'),
    steps: fc.array(anyStep, { minLength: 2, maxLength: stepsMax, size: 'max' }),
  });

const labelAt = ({ blocks }: Configuration, index: number): string | undefined =>
  blocks.size === 0 ? undefined : [...blocks.keys()].sort()[index % blocks.size];

/** The label of the block that a deed picks. */
export const labelOf = (configuration: Configuration, deed: Deed): string | undefined =>
  'at' in deed ? labelAt(configuration, deed.at) : undefined;

/** A configuration after a deed; the same one where it is no edit. */
export const edited = (configuration: Configuration, deed: Deed): Configuration => {
  const label = labelOf(configuration, deed);
  const block = label === undefined ? undefined : configuration.blocks.get(label);
  if (deed.kind === 'add') return added(configuration, deed);
  // There is nothing to pick from an empty configuration.
  if ('at' in deed && block === undefined)
    return added(configuration, {
      name: names[deed.at % 2] ?? 'x',
      made: 'plain',
      mayReplace: true,
      createFirst: false,
    });
  if (label === undefined || block === undefined)
    return deed.kind === 'import' ? imported(configuration, deed.name) : configuration;
  const changed = (part: Partial<Block>) =>
    withBlocks(configuration, [...configuration.blocks, [label, { ...block, ...part }]]);
  switch (deed.kind) {
    case 'remove':
      return withBlocks(configuration, without(configuration, label));
    case 'rename':
      return renamed(configuration, { from: label, block, isMoved: deed.moved });
    case 'setting':
      return changed({ hour: deed.hour });
    case 'fork key':
      return changed({ made: deed.made });
    case 'service name':
      return changed({ name: deed.name });
    case 'may replace':
      return changed({ mayReplace: !block.mayReplace });
    case 'create first':
      return changed({ createFirst: !block.createFirst });
    default:
      return configuration;
  }
};

const added = (configuration: Configuration, block: Omit<Block, 'hour'>): Configuration => {
  const label = freeLabel(configuration);
  if (label === undefined) return configuration;
  const { name, made, mayReplace, createFirst } = block;
  return withBlocks(configuration, [
    ...configuration.blocks,
    [label, { name, made, mayReplace, createFirst, hour: 3 }],
  ]);
};

/** The first block of this service name, or a new one of it, imports what has the name. */
const imported = (configuration: Configuration, name: string): Configuration => {
  const to = [...configuration.blocks].find(([, block]) => block.name === name)?.[0];
  return to === undefined ? configuration : { ...configuration, imports: [{ to, name }] };
};

const renamed = (
  configuration: Configuration,
  { from, block, isMoved }: { readonly from: string; readonly block: Block; readonly isMoved: boolean },
): Configuration => {
  const to = freeLabel(configuration);
  if (to === undefined) return configuration;
  const next = withBlocks(configuration, [...without(configuration, from), [to, block]]);
  // An earlier move that leads back would be a circle.
  const moved = next.moved.filter((move) => move.from !== to && move.to !== to);
  return isMoved ? { ...next, moved: [...moved, { from, to }] } : next;
};

const freeLabel = ({ blocks }: Configuration): string | undefined => labels.find((label) => !blocks.has(label));

const without = ({ blocks }: Configuration, label: string) => [...blocks].filter(([one]) => one !== label);

/** What is to be done once stays only where Terraform allows it. */
const withBlocks = (
  { moved, imports }: Configuration,
  blocks: readonly (readonly [string, Block])[],
): Configuration => {
  const next = new Map(blocks);
  return {
    blocks: next,
    moved: moved.filter(({ from }) => !next.has(from)),
    imports: imports.filter(({ to }) => next.has(to)),
  };
};
