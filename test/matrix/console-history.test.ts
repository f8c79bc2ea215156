import { Sight, whenBrowser } from '../acceptance/a-browser';

const sight = new Sight();
const shop = '/project/demo/service/shop-pg';

/** A service that lost a region, was not copied, powered off, changed and moved; with a fork that ended, and one that is being made. */
const live = (path: string): void => {
  const at = ['--registry', `sqlite:${path}`];
  const mustRun = (words: string): void => {
    const { status, stderr } = sight.run(...words.split(' '), ...at);
    expect([words, status, status === 0 ? '' : stderr]).toEqual([words, 0, '']);
  };
  mustRun('registry init --seed shop --profile realistic --clock frozen --at 2026-10-20T09:00:00Z');
  const makePg = 'service create NAME -t pg -p business-4 --cloud google-europe-west1';
  mustRun(`${makePg.replace('NAME', 'shop-pg')} -c additional_backup_regions=["google-europe-west4"] --tag team=shop`);
  mustRun(
    'service create dash -t grafana -p startup-1 --cloud google-europe-west1 -c additional_backup_regions=["google-europe-west4"]',
  );
  mustRun('registry advance 3d');
  mustRun('service database-create shop-pg --dbname orders');
  mustRun('service integration-create -t dashboard -s dash -d shop-pg');
  mustRun('registry write shop-pg orders order-1 paid');
  mustRun('registry outage google-europe-west4');
  mustRun('registry advance 5h');
  mustRun('registry outage google-europe-west4 --end');
  mustRun('registry advance 1d');
  mustRun(
    `${makePg.replace('NAME', 'shop-try')} --service-to-fork-from shop-pg --recovery-target-time 2026-10-24T09:00:00Z`,
  );
  mustRun('registry advance 1d');
  mustRun('service terminate shop-try --force');
  mustRun('registry pause-copies shop-pg');
  mustRun('registry advance 8h');
  mustRun('registry pause-copies shop-pg --end');
  mustRun('service update shop-pg --power-off');
  mustRun('registry advance 4h');
  mustRun('service update shop-pg --power-on');
  mustRun('registry advance 1d');
  mustRun('service update shop-pg -p business-8 -c backup_hour=4');
  mustRun('registry advance 12h');
  mustRun('service update shop-pg --cloud google-europe-west2');
  mustRun('registry write shop-pg orders order-2 <img/src=x/onerror=document.title=1>');
  mustRun('registry advance 1d');
  mustRun(`${makePg.replace('NAME', 'shop-now')} --service-to-fork-from shop-pg --latest-transaction`);
  mustRun('registry advance 2m');
};

beforeAll(() => sight.openWith(live));
afterAll(() => sight.close());
afterEach(() => sight.leave());

whenBrowser(
  'the axis tells of outages, pauses, power, changes, moves and forks; what has no room stands in its table',
  async () => {
    const page = await sight.page(shop);
    await page.locator('.verdicts li').first().waitFor();
    await page.getByText('The same as a table').click();
    const table = await page.getByRole('region', { name: 'The time line as a table' }).innerText();
    for (const words of [
      'region down for 5 h\tgoogle-europe-west4',
      'copying paused for 8 h\tgoogle-europe-west4',
      'powered off for 4 h\tgoogle-europe-west1',
      'plan business-4 → business-8',
      'moved from google-europe-west1 to google-europe-west2',
      'state that demo/shop-try was made with',
      'demo/shop-try ended',
    ])
      expect(table).toContain(words);
    expect(await page.locator('.axis .gap').count()).toBe(4);
    expect(await page.locator('.axis text', { hasText: /^8 h/ }).count()).toBe(1);
  },
);

whenBrowser('what it held then stands beside what it holds now: settings too', async () => {
  const page = await sight.page(`${shop}/contents?at=2026-10-24T00:00:00Z`);
  const table = page.getByRole('region', { name: 'Contents then and now' });
  await table.waitFor();
  const rows = (await table.innerText()).split('\n');
  expect(rows).toContainEqual(
    expect.stringMatching(/^settings\t(?![^\t]*backup_hour)[^\t]*\t.*backup_hour = 4 \(came since\)/),
  );
  expect(rows).toContain('integrations\ta fork has none: they are made anew\tdashboard: dash → shop-pg');
  expect(rows).toContain('ledger\t1 row\t2 rows');
  // What the registry tells is text, whatever it looks like.
  await page.getByRole('cell', { name: '<img/src=x/onerror=document.title=1>' }).waitFor();
  expect([await page.locator('main img').count(), await page.title()]).toEqual([0, 'shop-pg · demo · Forkcast']);
});

whenBrowser('a fork that is being made tells how far it is, live, and what it was made with', async () => {
  const page = await sight.page('/project/demo/service/shop-now/contents');
  const manifest = page.getByRole('region', { name: 'Manifest of the fork' });
  await manifest.getByText('databases: defaultdb, orders').waitFor();
  expect((await manifest.innerText()).split('\n')).toEqual(
    expect.arrayContaining(['Comes along', 'Does not come along', 'integrations: dashboard demo/dash', 'tags: team']),
  );
  const bar = page.getByRole('progressbar');
  const before = Number(await bar.getAttribute('aria-valuenow'));
  expect(before).toBeGreaterThan(0);
  expect(sight.run('registry', 'advance', '1m', '--registry', sight.url).status).toBe(0);
  await page.locator(`[role=progressbar]:not([aria-valuenow="${before}"])`).waitFor({ timeout: 20_000 });
  expect(Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
  const list = await sight.page('/');
  await list.getByText(/^◐ REBUILDING \d+ %$/).waitFor();
  const cut = `[...document.querySelectorAll('.row > div')]
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => one.innerText)`;
  for (const width of [360, 768, 1440]) {
    await list.setViewportSize({ width, height: 940 });
    expect([width, await list.evaluate(cut)]).toEqual([width, []]);
  }
});

whenBrowser('a type without a log has a lane of its copies too, and is forked from them', async () => {
  const page = await sight.page('/project/demo/service/dash?dialog=fork&name=dash-two');
  await page.getByText('Secondary location').click();
  await page.getByText('A secondary backup is restored where it is kept.').waitFor();
  await page.locator('dialog button[aria-disabled="false"]', { hasText: 'Create fork' }).click();
  await page.getByRole('heading', { level: 1, name: 'dash-two' }).waitFor();
  expect(sight.run('service', 'lineage', 'dash-two', '--project', 'demo').stdout).toContain('google-europe-west4');
  await page.goto(`${sight.url}/console/project/demo/service/dash`);
  await page.getByText(/^Its backups from .* can be restored; from google-europe-west4 until/).waitFor();
});

whenBrowser('a service that is gone tells what it was, when it ended, and from what it was forked', async () => {
  const page = await sight.page(`${shop}/lineage`);
  await page.getByRole('link', { name: 'demo/shop-try' }).click();
  await page.getByRole('heading', { name: 'shop-try has ended' }).waitFor();
  const life = await page.getByRole('region', { name: 'Its life' }).innerText();
  expect(life).toContain('made as business-4 in google-europe-west1');
  expect(life).toContain('and ended at 25 Oct 2026 14:00:00 UTC');
  expect(life).toMatch(
    /as of 24 Oct 2026 09:00:00 UTC, backup backup-2026102[34]t\w+ in google-europe-west1 \(primary\)/,
  );
  await page.getByRole('link', { name: 'demo/shop-pg' }).click();
  await page.getByRole('heading', { level: 1, name: 'shop-pg' }).waitFor();
  await page.goto(`${sight.url}/console/project/demo/service/never-was`);
  await page.getByRole('heading', { name: 'It is not there' }).waitFor();
});
