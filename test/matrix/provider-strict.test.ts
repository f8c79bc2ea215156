import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aFork, providerStories, type Story } from '../acceptance/provider-stories';
import { StrictWorkshop } from '../acceptance/strict-workshop';
import { whenProgram } from '../acceptance/workshop';

/** Stories that cannot be played at an account that is the vendor's, with the reason. */
const elsewhere: Readonly<Record<string, string>> = {
  'manages what is inside a service, reads what moves, and shifts times':
    'databases, users, pools and integrations of a real account are not changed, and a service that is no fork is not made there',
};

const seeds = Array.from(
  { length: Number(process.env['FORKCAST_SEEDS'] ?? 5) },
  (_none, index) => `strict ${index + 1}`,
);
const importBlock = (id: string): string => `\nimport {\n  to = forkcast_service.copy\n  id = "${id}"\n}\n`;

/** What is done otherwise there than at a simulator. */
const strictStories: Readonly<Record<string, Story>> = {
  'imports by block, which takes the service over': async (shop) => {
    const copy = { project: 'demo', service: 'copy' };
    await shop.init(aFork());
    expect(await shop.apply()).toMatchObject({ code: 0 });
    expect(await shop.terraform('state', 'rm', 'forkcast_service.copy')).toMatchObject({ code: 0 });
    shop.write(`${aFork()}${importBlock('demo/copy')}`);
    const refused = await shop.terraform('plan', '-input=false');
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('avn service tags update copy') });
    const owner = /--add-tag\s+forkcast_owner=(\S+)/.exec(refused.text)?.[1] ?? '';

    // As the user does with the vendor's tools.
    const held = shop.world.registry.findService(copy)?.facts.tags;
    shop.world.run({ type: 'ReplaceTags', ...copy, tags: { ...held, forkcast_owner: owner } });
    shop.write(`${aFork()}${importBlock(`demo/copy@${owner}`)}`);
    expect(await shop.apply()).toMatchObject({ code: 0, text: expect.stringContaining('1 imported, 0 added') });
    shop.write(aFork());
    expect(await shop.planned()).toEqual({});
    expect(await shop.terraform('destroy', '-auto-approve', '-input=false')).toMatchObject({ code: 0 });
    expect(shop.services()).toEqual([]);
  },
};
const played = Object.entries({ ...providerStories, ...strictStories }).filter(
  ([name]) => elsewhere[name] === undefined,
);

/** Suites of the provider that are not played there, with the reason. */
const otherSuites: Readonly<Record<string, string>> = {
  'provider-cdktf.acc.test.ts': 'the example makes its fork in the registry of a file, which is never a real account',
  'provider-hcl.acc.test.ts': 'the same example as HCL, whose fork says no end',
  'provider-refusals.acc.test.ts':
    'what a plan refuses; nothing is sent, and test/cli/real-account.test.ts judges by such facts',
  'provider-start.acc.test.ts': 'how a process starts: it asks no registry',
  'members.acc.test.ts': 'databases, users, pools and integrations of a real account are not changed',
  'write-only.acc.test.ts': 'passwords of a real account are not handed out: ephemeral connections and secrets_wo',
  'moved-from-vendor.acc.test.ts': 'takes services over, which at a real account the vendor’s tools alone do',
};
/** What plays there already, or here. */
const playing = ['provider.acc.test.ts', 'real-forks.acc.test.ts', 'real-walks.acc.test.ts'];

test('a story or suite that is not played is named, and there is such a one', () => {
  const named = [...Object.keys(elsewhere), ...Object.keys(strictStories)];
  expect(named.filter((name) => providerStories[name] === undefined)).toEqual([]);
  const suites = readdirSync(join(__dirname, '../acceptance')).filter((name) =>
    /^(provider|real-|members|write-only|moved).*\.acc\.test\.ts$/.test(name),
  );
  expect([...suites].sort()).toEqual([...Object.keys(otherSuites), ...playing].sort());
});

/** What the account has in the end, by its own list, and who ended what. */
const ends = async (shop: StrictWorkshop) => {
  const held = await shop.state();
  const services = [...shop.world.registry.facts().services.values()];
  return {
    orphans: services
      .filter(({ tags }) => 'forkcast_owner' in tags)
      .map(({ service }) => service)
      .filter((name) => !held.some((address) => address.endsWith(`.${name}`))),
    strangers: services.map(({ service }) => service).filter((name) => name === 'beside'),
    endedElse: shop.changes.filter((line) => line.startsWith('DELETE ') && !/\/service\/copy(\?|$)/.test(line)),
  };
};

const play = async (story: Story, seed: string): Promise<void> => {
  const shop = await StrictWorkshop.openStrict('terraform', seed);
  try {
    shop.world.run({
      ...{ type: 'CreateService', project: 'demo', service: 'beside', serviceType: 'pg', plan: 'business-4' },
      ...{ cloud: 'google-europe-west1', userConfig: {} },
    });
    await story(shop, 'terraform');
    expect({ seed, ...(await ends(shop)) }).toEqual({ seed, orphans: [], strangers: ['beside'], endedElse: [] });
  } finally {
    shop.close();
  }
};

whenProgram('terraform')('the provider at an account that is the vendor’s, with faults', () => {
  describe.each(seeds)('seed "%s"', (seed) => {
    test.each(played)('%s', (_name, story) => play(story, seed), 300_000);
  });
});
