import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../src/registry';
import { aProvider } from '../provider/a-provider';
import { aCreate } from '../registry/world';
import { doors, judging, type DoorName, type House, type Said } from './doors';
import { rows, unbacked, type Row } from './rows';

const aHouse = async (profile: 'instant' | 'realistic' = 'instant'): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-doors-'));
  const file = join(folder, 'registry.db');
  const provided = await aProvider({ store: createSqliteStore(file), profile });
  const { world } = provided;
  world.run(
    aCreate({ service: 'off' }),
    aCreate({ service: 'search', serviceType: 'opensearch' }),
    aCreate({ service: 'gone' }),
    aCreate({ project: 'foreign', service: 'theirs' }),
    aCreate({ project: 'other', service: 'shop' }),
  );
  world.advance(24 * 3_600_000);
  world.run(
    { type: 'UpdateService', project: 'demo', service: 'off', powered: false },
    { type: 'TerminateService', project: 'demo', service: 'gone' },
    { type: 'SetCloudDown', cloud: 'aws-eu-central-1', down: true },
  );
  return { ...provided, file, folder };
};

/** Ends what a door has made, so that the next one finds the same world. */
const unmake = ({ world }: House): void => {
  for (const {
    facts: { service, project },
  } of world.registry.services('demo') ?? [])
    if (service.startsWith('copy')) world.run({ type: 'TerminateService', project, service });
};

const names = Object.keys(doors) as readonly DoorName[];

const meets = async (house: House, { asked, rules, differs = {}, says }: Row): Promise<void> => {
  const said = new Map<DoorName, Said>();
  for (const name of names) {
    said.set(name, await doors[name](house, asked));
    unmake(house);
  }
  const same = [...said].filter(([name]) => differs[name] === undefined);
  const told = Object.fromEntries(same.map(([name, { refused, rules: ids }]) => [name, { refused, rules: ids }]));
  const expected = Object.fromEntries(
    same.map(([name, { rules: ids }]) => {
      // The registry names the rules that foretell what it met first.
      const isAmong = !(name in judging) && ids.length > 0 && ids.every((id) => rules.includes(id));
      return [name, { refused: rules.length > 0, rules: isAmong ? ids : rules }];
    }),
  );
  expect(told).toEqual(expected);
  if (says !== undefined)
    for (const [name, { text }] of same) expect([name, text]).toEqual([name, expect.stringMatching(says)]);
  // A door that is said to differ does.
  for (const name of names.filter((one) => differs[one] !== undefined))
    expect([name, said.get(name)?.rules]).not.toEqual([name, rules]);
};

const inAHouse = (prepare: () => Promise<House>): { readonly meets: (row: Row) => Promise<void> } => {
  let house: House | undefined;
  const there = (): House => {
    if (house === undefined) throw new RangeError('The house is not built yet.');
    return house;
  };
  beforeAll(async () => {
    house = await prepare();
  });
  afterAll(() => {
    there().world.registry.close();
    rmSync(there().folder, { recursive: true, force: true });
  });
  return { meets: (row) => meets(there(), row) };
};

describe('one request has one verdict at every door', () => {
  const { meets: check } = inAHouse(() => aHouse());
  test.each(rows)('$what', check);
});

describe('and so has one of a world where a backup takes its time', () => {
  const { meets: check } = inAHouse(async () => {
    const house = await aHouse('realistic');
    house.world.run(aCreate({ service: 'fresh' }));
    return house;
  });
  test(unbacked.what, () => check(unbacked));
});
