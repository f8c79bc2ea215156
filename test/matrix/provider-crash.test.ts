import { join } from 'node:path';
import { type FaultKind, ProviderWorkshop } from '../acceptance/provider-workshop';
import { whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';
import { expectGolden } from '../golden';

jest.setTimeout(900_000);

const page = join(repositoryRoot, 'docs/provider-crash-matrix.md');

const kinds: readonly FaultKind[] = [
  'killed before',
  'killed after',
  'status 500',
  'status 409',
  'late',
  'answer lost',
  'no answer',
];

type Operation = 'create' | 'update' | 'delete';

type Boundary = Partial<Record<Operation, readonly [string, RegExp]>>;

/** The requests of the three operations, in the order in which an apply makes them. */
const boundaries = [
  {
    create: ['rules asked', /^GET .*snapshot/],
    update: ['service read', /^GET .*service\/copy$/],
    delete: ['service read', /^GET .*service\/copy$/],
  },
  {
    create: ['create sent', /^POST .*service$/],
    update: ['update sent', /^PUT .*service\/copy\?/],
    delete: ['delete sent', /^DELETE .*service\/copy/],
  },
  { create: ['hold said', /^POST .*owner\/look$/] },
] as const satisfies readonly Boundary[];

const fork = (plan: string): string => `
resource "forkcast_service" "copy" {
  service_name = "copy"
  service_type = "pg"
  plan         = "${plan}"
  cloud_name   = "google-europe-west1"
  user_config {
    service_to_fork_from = "orders"
  }
}
`;

const wanted: Readonly<Record<Operation, string>> = {
  create: fork('business-4'),
  update: fork('business-8'),
  delete: '',
};

interface Cell {
  readonly operation: Operation;
  readonly boundary: string;
  readonly kind: FaultKind;
  /** What the apply under the fault came to, and what the next one did. */
  readonly first: string;
  readonly next: string;
}

/** One operation under one fault, then the next apply without it. */
const play = async (
  shop: ProviderWorkshop,
  operation: Operation,
  on: RegExp,
  kind: FaultKind,
): Promise<Omit<Cell, 'boundary' | 'kind' | 'operation'>> => {
  shop.write(wanted[operation]);
  expect(await shop.terraform('plan', '-input=false', '-refresh=true', '-out=apply.bin')).toMatchObject({ code: 0 });
  shop.arm(on, kind);
  const faulty = await shop.terraform('apply', '-input=false', 'apply.bin');
  expect([operation, kind, shop.isSpent]).toEqual([operation, kind, true]);
  expect((await shop.state()).filter((address) => address.includes('tainted'))).toEqual([]);
  shop.world.wall.set(shop.world.wall.now() + silentMs);
  const { next, isRefused } = await applyAgain(shop, wanted[operation]);
  if (next.code !== 0) throw new RangeError(`${operation}, ${kind}: ${next.text}`);
  expect(await shop.planned()).toEqual({});
  const expected = operation === 'delete' ? [] : ['forkcast_service.copy'];
  expect(await shop.state()).toEqual(expected);
  expect(shop.services()).toEqual(expected.map(() => 'copy'));
  const plan = shop.world.registry.findService({ project: 'demo', service: 'copy' })?.facts.plan;
  expect(plan).toBe({ create: 'business-4', update: 'business-8', delete: undefined }[operation]);
  const counts = /(\d+) added, (\d+) changed, (\d+) destroyed/.exec(next.text)?.[0] ?? 'nothing to do';
  const outcome = counts === '0 added, 0 changed, 0 destroyed' ? 'nothing to do' : counts;
  return {
    first: faulty.code === 0 ? 'done' : 'error',
    next: isRefused ? `refused; with the import: ${outcome}` : outcome,
  };
};

/** Longer than a maker is silent while it is at work. */
const silentMs = 31_000;

/** The next apply; where it is refused, the one after with the block that its message spells. */
const applyAgain = async (shop: ProviderWorkshop, resources: string) => {
  const next = await shop.apply();
  if (next.code === 0) return { next, isRefused: false };
  const spelled =
    / {2}import \{\n {4}to = forkcast_service\.NAME\n {4}id = "demo\/copy"\n {2}\}/.exec(next.text)?.[0] ?? '';
  shop.write(`${resources}\n${spelled.replace('NAME', 'copy')}`);
  return { next: await shop.apply(), isRefused: true };
};

const chain = async (boundary: Boundary, kind: FaultKind): Promise<readonly Cell[]> => {
  const shop = await ProviderWorkshop.open();
  try {
    await shop.init('');
    const cells: Cell[] = [];
    for (const operation of ['create', 'update', 'delete'] as const) {
      const [name, on] = boundary[operation] ?? [];
      if (name === undefined || on === undefined) continue;
      cells.push({ operation, boundary: name, kind, ...(await play(shop, operation, on, kind)) });
    }
    return cells;
  } finally {
    shop.close();
  }
};

const pageOf = (cells: readonly Cell[]): string => {
  const rows = [...cells]
    .sort((a, b) => order.indexOf(a.operation) - order.indexOf(b.operation))
    .map(
      ({ operation, boundary, kind, first, next }) => `| ${operation} | ${boundary} | ${kind} | ${first} | ${next} |`,
    );
  const lines = [
    '<!-- Written by test/matrix/provider-crash.test.ts with UPDATE_GOLDEN=1. -->',
    '',
    '# What an interrupted apply leaves',
    '',
    'A fork is made, changed and ended by real terraform. At each request the provider is killed with SIGKILL before or after the',
    'registry carried it out, or the registry answers with a status, late, or not at all. In every cell the state holds nothing',
    'tainted, the next apply converges, a plan after it is empty, and the registry holds exactly what the state holds. What an',
    'interrupted create left is taken over once its maker has been silent for half a minute; what it held already, and the state',
    'does not know, is refused with the block `import` that takes it in.',
    '',
    '| operation | request | fault | the apply under it | the next apply |',
    '|---|---|---|---|---|',
    ...rows,
  ];
  return `${lines.join('\n')}\n`;
};

const order: readonly Operation[] = ['create', 'update', 'delete'];

whenTerraform('an apply that is interrupted at any request', () => {
  test('leaves no orphan and no taint, and the next one converges', async () => {
    const cells: Cell[] = [];
    for (const boundary of boundaries) for (const kind of kinds) cells.push(...(await chain(boundary, kind)));
    const text = pageOf(cells);
    expectGolden(page, text);
  });
});
