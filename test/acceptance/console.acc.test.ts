import type { Page } from 'playwright-core';
import { findBarriers, findOverflow, Sight, whenBrowser } from './a-browser';
import { differsFromPicture } from './pictures';

const sight = new Sight();
/** The axis, while its cursor says this. */
const axisAt = (page: Page, words: string) => page.locator(`[role=slider][aria-valuetext*="${words}"]`);

beforeAll(() => sight.open());
afterAll(() => sight.close());
afterEach(() => sight.leave());

const orders = '/project/prod/service/orders-pg';

/** Before anything is changed: what they show is the demo's company as it was made. */
describe('the pictures of the console', () => {
  const at = 'at=2026-11-18T09:00:00Z';
  const views = [
    ['services', '/', '.row .name', {}],
    ['time-line', `${orders}?${at}`, '.verdicts li', {}],
    ['time-line-dark', `${orders}?${at}`, '.verdicts li', { colorScheme: 'dark' }],
    ['phone', `${orders}?${at}`, '.verdicts li', { viewport: { width: 360, height: 780 } }],
    ['fork-dark', `${orders}?dialog=fork&version=time&${at}&name=copy`, '.preview', { colorScheme: 'dark' }],
  ] as const;

  whenBrowser('are those that are kept, where the same browser draws them with the same font', async () => {
    const found: string[] = [];
    for (const [name, address, drawn, options] of views) {
      const page = await sight.page(address, { ...options, fixedAt: '2026-11-20T09:00:00Z' });
      await page.locator(drawn).first().waitFor();
      await page.locator('.zone select').waitFor();
      await page.locator('summary', { hasText: 'Simulation' }).waitFor();
      await page.waitForLoadState('networkidle');
      const differs = await differsFromPicture(page, name);
      if (differs !== undefined) found.push(`${name}: ${differs}`);
      await page.context().close();
    }
    const skipped = found.filter((one) => one.includes(': skipped: '));
    if (skipped.length > 0) process.stderr.write(`${skipped.join('\n')}\n`);
    expect(found).toEqual(skipped);
  });
});

describe('the console in a browser', () => {
  whenBrowser('lists the services, filters them, and goes to one and back', async () => {
    const page = await sight.page('/');
    await page.getByRole('link', { name: 'customers-mysql' }).waitFor();
    await page.getByLabel('Filter services').fill('type:pg cloud:aws-* forked:yes');
    await expect(page.getByText('2 of 13 services').isVisible()).resolves.toBe(true);
    await page.waitForURL(({ searchParams }) => searchParams.get('filter') === 'type:pg cloud:aws-* forked:yes');
    await page.reload();
    await page.getByRole('link', { name: 'reports-pg', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'reports-pg' }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Filter services').inputValue()).toBe('type:pg cloud:aws-* forked:yes');
    await page.getByLabel('Filter services').fill('colour:red');
    await page.getByText('There is no colour: to filter by.').waitFor();
  });

  whenBrowser('shows what every instant holds and why a fork is not possible, by keyboard alone', async () => {
    const page = await sight.page(`${orders}?at=2026-11-18T09:00:00Z`);
    const axis = page.getByRole('slider');
    await axis.waitFor();
    expect(await axis.getAttribute('aria-valuetext')).toContain(
      '18 Nov 2026 09:00:00 UTC. google-europe-west1: held, from the backup of 18 Nov 03:30 and 5 h 30 min of log',
    );
    await page.getByText('recovery/secondary-cloud-mismatch').waitFor();
    await page.getByText('Set cloud to "google-europe-west4", or fork from the primary location.').waitFor();
    await axis.focus();
    await page.keyboard.press('Home');
    await axisAt(page, '7 Nov 2026 03:30:00 UTC').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('No location holds this instant.').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('+');
    await page.waitForURL(/at=2026-11-20T09/);
    await axisAt(page, '20 Nov 2026 09:00:00 UTC').waitFor();
  });

  whenBrowser('goes to no time that no location holds, and says the bound at the field', async () => {
    const page = await sight.page(`${orders}?dialog=time`);
    const time = page.getByRole('textbox', { name: 'Time' });
    await time.fill('2026-11-01 09:00:00');
    await page
      .getByText('Before 7 Nov 2026 03:30:00 UTC, the earliest time that orders-pg can be restored to')
      .waitFor();
    expect(await page.locator('dialog button[aria-disabled="true"]', { hasText: 'Go there' }).count()).toBe(1);
    await time.fill('2026-11-18 09:00:00');
    await page.locator('dialog button[aria-disabled="false"]', { hasText: 'Go there' }).click();
    await axisAt(page, '18 Nov 2026 09:00:00 UTC').waitFor();
  });

  whenBrowser('says that the script of a page is not to be had, and opens the page once it is', async () => {
    const page = await sight.page('/review');
    let isAnew = false;
    await page.route('**/rest-*.js', (route) => (isAnew ? route.continue() : route.fulfill({ status: 404, body: '' })));
    await page.goto(`${sight.url}/console/?filter=orders`);
    // Not sooner, since whatever is asked next would have the script and show the page by itself.
    page.on('request', (request) => (isAnew ||= request.isNavigationRequest()));
    await page.getByRole('link', { name: 'orders-pg' }).first().click();
    await page.getByRole('heading', { name: 'The script of this page was not to be had' }).waitFor();
    await page.getByRole('link', { name: 'Load the page anew' }).click();
    await page.getByRole('heading', { level: 1, name: 'orders-pg' }).waitFor();
    await page.locator('.axis').first().waitFor();
  });

  whenBrowser('forks to a point in time: Backups, Fork & restore, New database fork, Create fork', async () => {
    const page = await sight.page(`${orders}?at=2026-11-18T09:00:00Z`);
    await page.getByRole('link', { name: 'Backups' }).click();
    await page.getByRole('columnheader', { name: 'Secondary backup location' }).waitFor();
    await page.getByRole('button', { name: 'Fork & restore' }).click();
    await page.getByRole('heading', { name: 'New database fork of orders-pg' }).waitFor();
    await page.getByText('Point in time').click();
    await page.getByLabel('Time', { exact: true }).fill('2026-11-06 09:00:00');
    await page
      .getByText(
        'Before 7 Nov 2026 03:30:00 UTC, the earliest time that orders-pg can be restored to in google-europe-west1.',
      )
      .waitFor();
    await page.getByText('1 thing to mend before this can be made').first().waitFor();
    await page.getByLabel('Time', { exact: true }).fill('2026-11-18T10:00:00+01:00');
    await page.getByRole('textbox', { name: 'Name' }).fill('orders-investigation');
    await page.getByText('18 Nov 2026 09:00:00 UTC', { exact: true }).last().waitFor();
    await page.locator('button.primary[aria-disabled="false"]', { hasText: 'Create fork' }).click();
    await page.getByRole('heading', { level: 1, name: 'orders-investigation' }).waitFor();
    expect(sight.run('service', 'lineage', 'orders-investigation', '--project', 'prod').stdout).toContain(
      '2026-11-18T09:00:00Z',
    );
  });

  whenBrowser('forks from the secondary location, where cloud and plan are not to choose', async () => {
    const page = await sight.page(`${orders}/backups?dialog=fork&name=orders-second`);
    await page.getByText('Secondary location').click();
    await page.getByText('A secondary backup is restored where it is kept.').waitFor();
    expect(await page.getByLabel('Cloud').isDisabled()).toBe(true);
    await page.locator('button.primary[aria-disabled="false"]', { hasText: 'Create fork' }).click();
    await page.getByRole('heading', { level: 1, name: 'orders-second' }).waitFor();
    await page.getByText('google-europe-west4', { exact: false }).first().waitFor();
  });

  whenBrowser('refuses a name that is taken at its field, and ends nothing whose name was not typed', async () => {
    const page = await sight.page(`${orders}?dialog=fork&name=customers-mysql`);
    await page.locator('#name-fault', { hasText: 'customers-mysql' }).waitFor();
    await page.goto(`${sight.url}/console/project/analytics/service/reports-pg/settings?dialog=terminate`);
    const button = page.getByRole('button', { name: 'Terminate reports-pg' });
    await button.click({ force: true });
    await page.getByText('The name has to be typed first.').first().waitFor();
    expect(sight.run('service', 'get', 'reports-pg', '--project', 'analytics').status).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  whenBrowser(
    'keeps the instant when the zone of the field changes, and the time of day when the day does',
    async () => {
      const page = await sight.page(`${orders}?dialog=time&at=2026-11-18T09:00:00Z`);
      await page.getByLabel('Zone of the field').selectOption('Europe/Oslo');
      const time = page.getByLabel('Time', { exact: true });
      expect(await time.inputValue()).toBe('2026-11-18 10:00:00');
      await page.getByLabel('Day').fill('2026-11-10');
      expect(await time.inputValue()).toBe('2026-11-10 10:00:00');
      await page.getByLabel('Day').fill('2026-10-25');
      await time.fill('2026-10-25 02:30:00');
      const twice = page.getByLabel('This time comes twice that night');
      await twice.selectOption({ index: 1 });
      await page.getByText('Before 7 Nov 2026 03:30:00 UTC').waitFor();
      expect(await twice.inputValue()).toBe(String(Date.UTC(2026, 9, 25, 1, 30)));
    },
  );

  whenBrowser('nothing it loads or draws is against its own policy', () => {
    expect(sight.complaints).toEqual([]);
  });
});

describe('who cannot see it all', () => {
  const tabs = ['', '/backups', '/contents', '/lineage', '/lag', '/settings'].map((tab) => `${orders}${tab}`);
  const pages = ['/', ...tabs, `${orders}?dialog=fork&version=time`, `${orders}?dialog=terminate`];
  const drawn = (address: string): string =>
    address === '/' ? '.row .name' : address.includes('dialog') ? 'dialog' : '.card';

  whenBrowser('axe finds no barrier in light or dark, and nothing sticks out at 360, 768 or 1440 px', async () => {
    const page = await sight.page('/review');
    for (const address of pages) {
      await page.goto(`${sight.url}/console${address}`);
      await page.locator(drawn(address)).first().waitFor();
      for (const [colorScheme, look] of [
        ['light', 'all'],
        ['dark', 'colours'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        expect([address, colorScheme, await findBarriers(page, look)]).toEqual([address, colorScheme, []]);
      }
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 940 });
        expect([address, width, await findOverflow(page)]).toEqual([address, width, []]);
      }
    }
  });
});

describe('while the page is open', () => {
  whenBrowser('the server goes away and comes back, a token ends, and a clock moves by 40 days', async () => {
    const page = await sight.page(`${orders}/backups`);
    await page.getByText('simulated registry').waitFor();
    const { port } = new URL(sight.url);
    await sight.stop();
    await page.getByText('The registry does not answer').first().waitFor({ timeout: 30_000 });
    await sight.serve(`127.0.0.1:${port}`);
    await page
      .getByText('The registry does not answer')
      .waitFor({ state: 'detached', timeout: 30_000 })
      .catch(() => undefined);
    await page.locator('.lost.none').waitFor({ state: 'attached', timeout: 30_000 });
    expect(sight.run('registry', 'advance', '40d', '--registry', sight.url).status).toBe(0);
    await page.getByText('clock stands still at 30 Dec 2026').waitFor({ timeout: 15_000 });
    const token = sight.run('registry', 'token', 'create', '--access', 'read', '--registry', sight.url).stdout.trim();
    await page.getByRole('heading', { name: 'Token' }).waitFor({ timeout: 15_000 });
    await page.getByRole('textbox', { name: 'Token' }).fill(token);
    await page.getByRole('button', { name: 'Use this token' }).click();
    await page.goto(`${sight.url}/console${orders}/settings`);
    const end = page.getByRole('button', { name: 'Terminate…' });
    await page.getByText('It needs a token that allows write.').first().waitFor({ state: 'attached' });
    expect(await end.getAttribute('aria-disabled')).toBe('true');
  });
});
