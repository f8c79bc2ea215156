import type { Page } from 'playwright-core';
import { findOverflow, Sight, whenBrowser } from '../acceptance/a-browser';

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());
afterEach(() => sight.leave());

const orders = '/project/prod/service/orders-pg';

/** What is on the paper, in words: what is hidden there is not among them. */
const printed = async (page: Page): Promise<string> => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1000 });
  return page.locator('body').innerText();
};

const pagesOf = async (page: Page): Promise<number> =>
  (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

describe('on paper', () => {
  whenBrowser('a list has all its rows as they are filtered, not those in sight alone', async () => {
    const page = await sight.page('/?filter=project:prod', { viewport: { width: 1440, height: 420 } });
    await page.getByText('7 of 13 services').waitFor();
    const text = await printed(page);
    const names = [
      'customers-mysql',
      'dashboards-grafana',
      'events-kafka',
      'logs-os',
      'metrics-thanos',
      'orders-pg',
      'sessions-valkey',
    ];
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
    expect(text).not.toContain('Simulation');
    expect(await findOverflow(page)).toEqual([]);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.rows')).overflow`)).toBe('visible');
    expect(await pagesOf(page)).toBe(1);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.row-space[style*=height]').waitFor();
  });

  whenBrowser.each([
    [
      '',
      [
        'Any instant from 7 Nov 03:30 UTC until now',
        'At the cursor',
        'What can be forked from here',
        'new Service(stack,',
      ],
    ],
    ['/backups', ['Secondary backup location', 'available in google-europe-west4', 'backup-20261107t0330']],
    ['/contents', ['connection pools', 'order-7001']],
    ['/lineage', ['analytics/reports-pg', 'as of 8 Nov 2026 08:00:00 UTC']],
    ['/lag', ['google-europe-west4 is 4 min 22 s behind']],
    ['/settings', ['Nobody holds it', 'additional_backup_regions']],
  ] as const)('orders-pg%s says what it says on screen, and nothing to press', async (tab, words) => {
    const page = await sight.page(`${orders}${tab}`);
    await page.locator('.card').first().waitFor();
    await page.waitForLoadState('networkidle');
    const text = await printed(page);
    expect(words.filter((one) => !text.includes(one))).toEqual([]);
    expect(await page.locator('button, summary').filter({ visible: true }).allInnerTexts()).toEqual(
      tab === ''
        ? ['The same as a table', 'TypeScript']
        : tab === '/lag'
          ? ['day', 'The same as a table']
          : tab === '/settings'
            ? ['TypeScript']
            : [],
    );
    expect(await findOverflow(page)).toEqual([]);
  });
});
