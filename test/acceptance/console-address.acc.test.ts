import type { Page } from 'playwright-core';
import { Sight, whenBrowser } from './a-browser';

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());
afterEach(() => sight.leave());

const orders = '/project/prod/service/orders-pg';

/** What a page says now, what it says once it is loaded anew, and what somebody else sees at its address. */
const atItsAddress = async <T>(page: Page, read: (page: Page) => Promise<T>): Promise<readonly T[]> => {
  const before = await read(page);
  await page.reload();
  const again = await read(page);
  const other = await sight.page(page.url().split('/console')[1] ?? '');
  return [before, again, await read(other)];
};

const sameThrice = async <T>(page: Page, read: (page: Page) => Promise<T>, expected: T): Promise<void> =>
  expect(await atItsAddress(page, read)).toEqual([expected, expected, expected]);

const hasQuery = (page: Page, ...parts: readonly string[]): Promise<void> =>
  page.waitForURL(({ search }) => parts.every((part) => search.includes(part)));

describe('every state has an address: loaded anew, or opened by somebody else, it is the same', () => {
  whenBrowser('the list: what it is filtered by, its order, and the zone', async () => {
    const page = await sight.page('/');
    await page.getByLabel('Filter services').fill('type:pg');
    await page.getByRole('button', { name: 'Age' }).click();
    await page.getByRole('button', { name: 'Age' }).click();
    await page.getByLabel('Time zone beside UTC').selectOption('America/New_York');
    await hasQuery(page, 'filter=type%3Apg', 'sort=-age', 'zone=America%2FNew_York');
    const read = async (seen: Page) => {
      await seen.getByText('5 of 13 services').waitFor();
      return [
        await seen.getByLabel('Filter services').inputValue(),
        await seen.getByLabel('Time zone beside UTC').inputValue(),
        await seen.locator('[aria-sort]').innerText(),
        await seen.locator('.row .name a').allInnerTexts(),
      ];
    };
    const order = ['orders-pg', 'shop-pg', 'orders-pg', 'reports-pg', 'reports-rehearsal-pg'];
    await sameThrice(page, read, ['type:pg', 'America/New_York', expect.stringContaining('Age'), order]);
  });

  whenBrowser('the axis: the part of time that is shown, the cursor, and the language of the code', async () => {
    const page = await sight.page(`${orders}?at=2026-11-18T09:00:00Z`);
    await page.getByRole('button', { name: 'Show less time' }).click();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'curl' }).click();
    await hasQuery(page, 'from=', 'to=', 'as=curl');
    await page.waitForURL(({ search }) => !search.includes('2026-11-18T09%3A00'));
    const read = async (seen: Page) => {
      await seen.getByText('curl --fail').waitFor();
      return [
        await seen.getByRole('slider').getAttribute('aria-valuetext'),
        await seen.getByRole('group', { name: 'Zoom' }).innerText(),
        await seen.locator('.axis .tick').allTextContents(),
      ];
    };
    const [first, ...others] = await atItsAddress(page, read);
    expect(first?.[0]).not.toContain('18 Nov 2026 09:00:00 UTC');
    expect(others).toEqual([first, first]);
  });

  whenBrowser('the tab and what is chosen in it; and back goes the way that one came', async () => {
    const page = await sight.page('/?filter=orders');
    await page.getByRole('link', { name: 'orders-pg', exact: true }).first().click();
    await page.getByRole('link', { name: 'Replication lag' }).click();
    await page.getByRole('button', { name: 'week' }).click();
    await hasQuery(page, 'period=week');
    const read = (seen: Page) => seen.locator('.segments [aria-pressed=true]').innerText();
    await sameThrice(page, read, 'week');
    await page.goBack();
    await page.getByRole('slider').waitFor();
    await page.goBack();
    expect(await page.getByLabel('Filter services').inputValue()).toBe('orders');
    await page.goForward();
    await page.getByRole('slider').waitFor();
  });

  whenBrowser('the dialog of a fork, whole', async () => {
    const page = await sight.page(`${orders}?dialog=fork`);
    await page.getByText('Point in time').click();
    await page.getByLabel('Time', { exact: true }).fill('2026-11-18 09:00:00');
    await page.getByRole('textbox', { name: 'Name' }).fill('orders-try');
    await page.getByLabel('Project').selectOption('staging');
    await page.getByLabel('Cloud', { exact: true }).selectOption('aws-eu-central-1');
    await page.getByLabel('Plan').selectOption('business-8');
    await page.getByLabel('Disk in GB').fill('395');
    await hasQuery(page, 'disk=395', 'plan=business-8', 'cloud=aws-eu-central-1', 'project=staging');
    const values = `[...document.querySelectorAll('dialog input:not([type=radio]), dialog select')].map((one) => one.value)`;
    const read = async (seen: Page) => {
      await seen.locator('#plan').waitFor();
      return [await seen.locator('dialog :checked[type=radio]').count(), await seen.evaluate(values)];
    };
    const typed = ['2026-11-18 09:00:00', 'UTC', '2026-11-18', 'orders-try', 'staging', 'aws-eu-central-1'];
    await sameThrice(page, read, [2, [...typed, 'business-8', '395']]);
  });

  whenBrowser.each([
    ['plan', { Plan: 'business-8', Cloud: 'aws-eu-central-1' }],
    ['second-location', { 'Secondary location': 'google-europe-west3' }],
    ['time', { Time: '2026-11-18 09:00:00' }],
    ['rename', { '2. The new name': 'orders-new' }],
  ] as const)('the dialog %s, and nothing of it once it is left', async (dialog, chosen) => {
    const page = await sight.page(`${orders}/settings?dialog=${dialog}`);
    const fields = (seen: Page) =>
      Object.entries(chosen).map(([label, value]) => ({
        field: seen.getByRole('dialog').getByLabel(label, { exact: true }),
        value,
      }));
    for (const { field, value } of fields(page)) {
      await field.waitFor();
      if ((await field.and(page.locator('select')).count()) === 1) await field.selectOption(value);
      else await field.fill(value);
    }
    await page.waitForURL(({ search }) => search.split('&').length > Object.keys(chosen).length + 1);
    const read = (seen: Page) => Promise.all(fields(seen).map(({ field }) => field.inputValue()));
    await sameThrice(page, read, Object.values<string>(chosen));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['zone']);
  });

  whenBrowser('but the name that confirms an end is typed by who ends it', async () => {
    const page = await sight.page(`${orders}/settings?dialog=terminate&name=orders-pg&typed=orders-pg`);
    expect(await page.getByLabel('Type orders-pg to confirm').inputValue()).toBe('');
    await page.locator('dialog button[aria-disabled="true"]', { hasText: 'Terminate orders-pg' }).waitFor();
  });
});

describe('what an address has wrong is said', () => {
  whenBrowser('an instant that is none, and one that the service does not have: what is there is shown', async () => {
    const page = await sight.page(`${orders}?at=garbage`);
    await page
      .getByRole('alert')
      .filter({ hasText: '“garbage” in the address is no instant that this service has' })
      .waitFor();
    await page.getByRole('slider').waitFor();
    const contents = await sight.page(`${orders}/contents?at=1970-01-01T00:00:00Z`);
    await contents.getByRole('alert').filter({ hasText: 'is no instant that this service has.' }).waitFor();
    await contents.getByRole('rowheader', { name: 'connection pools' }).waitFor();
  });

  whenBrowser('a disk that is no whole number of GB, at its field, and it is not left out', async () => {
    const page = await sight.page(`${orders}?dialog=fork&disk=100+GB`);
    await page.getByRole('alert').filter({ hasText: 'A disk is a whole number of GB, such as 90.' }).waitFor();
    await page.getByText('1 thing to mend before this can be made').first().waitFor();
    await page.getByLabel('Disk in GB').fill('90');
    await page.locator('dialog button[aria-disabled="false"]', { hasText: 'Create fork' }).waitFor();
  });

  whenBrowser('as many things as are red', async () => {
    const page = await sight.page(`${orders}?dialog=fork&plan=nope&cloud=nope&project=nope`);
    await page.getByText('3 things to mend before this can be made').first().waitFor();
  });

  whenBrowser('what the registry refuses, in sight though the dialog is long', async () => {
    const page = await sight.page(`${orders}?dialog=fork&name=late`);
    await page.setViewportSize({ width: 1440, height: 600 });
    const answer = {
      status: 409,
      json: { errors: [{ message: 'It is taken by now.', status: 409 }], message: 'It is taken by now.' },
    };
    await page.route('**/v1/project/prod/service', (route) => route.fulfill(answer));
    await page.locator('dialog button[aria-disabled="false"]', { hasText: 'Create fork' }).click();
    const box = await page.getByRole('alert').filter({ hasText: 'It is taken by now.' }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThan(600);
  });
});
