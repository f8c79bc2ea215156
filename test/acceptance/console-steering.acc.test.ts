import { findBarriers, findOverflow, Sight, whenBrowser } from './a-browser';

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());
afterEach(() => sight.leave());

const orders = '/project/prod/service/orders-pg';

describe('the drawer of the simulation', () => {
  whenBrowser('moves the clock, takes a cloud down and writes rows, and the page follows', async () => {
    const page = await sight.page(orders);
    await page.getByText('Simulation', { exact: true }).click();
    await page.waitForURL(/drawer=simulation/);
    const drawer = page.getByRole('complementary', { name: 'Simulation' });
    await drawer.getByText('20 Nov 2026 09:00:00 UTC, standing still').waitFor();
    await drawer.getByLabel('Forward by').fill('tomorrow');
    await drawer.getByText('"tomorrow" is no duration such as 3d, 12h, 90m or 30s.').waitFor();
    await drawer.getByLabel('Forward by').fill('6h');
    await drawer.getByRole('button', { name: 'Advance' }).click();
    await drawer.getByText('20 Nov 2026 15:00:00 UTC, standing still').waitFor();
    await page.getByText('clock stands still at 20 Nov 2026 15:00:00 UTC').waitFor();
    await drawer.getByLabel('Cloud').selectOption('google-europe-west1');
    await drawer.getByRole('button', { name: 'Take down' }).click();
    await drawer.getByText('google-europe-west1 is down').waitFor();
    await page.locator('.axis', { hasText: 'region down' }).waitFor();
    expect(sight.run('registry', 'status').stdout).toContain('google-europe-west1');
    await drawer.getByRole('button', { name: 'Bring google-europe-west1 up' }).click();
    await drawer.getByText('No cloud is down.').waitFor();
    await drawer.getByLabel('Key').fill('from-the-drawer');
    await drawer.getByLabel('Value').fill('1');
    await drawer.getByRole('button', { name: 'Write row' }).click();
    await page.getByRole('link', { name: 'Contents' }).click();
    await page.getByRole('cell', { name: 'from-the-drawer' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('drawer')).toBe('simulation');
    expect([await findBarriers(page), await findOverflow(page)]).toEqual([[], []]);
  });

  whenBrowser('sets faults and ends them, and lets the clock run', async () => {
    const page = await sight.page('/?drawer=simulation');
    const drawer = page.getByRole('complementary', { name: 'Simulation' });
    await drawer.getByLabel('Answered with 503').fill('101');
    expect(await drawer.getByRole('button', { name: 'Set faults' }).isDisabled()).toBe(true);
    await drawer.getByLabel('Answered with 503').fill('0');
    await drawer.getByLabel('Late by').fill('1ms');
    await drawer.getByRole('button', { name: 'Set faults' }).click();
    await drawer.getByText('0 % refused, late by 1 to 1 ms').waitFor();
    await drawer.getByRole('button', { name: 'End all faults' }).click();
    await drawer.getByText('Every answer is as it should be.').waitFor();
    await drawer.getByLabel('Times as fast').fill('30');
    await drawer.getByRole('button', { name: 'Set speed' }).click();
    await drawer.getByText('running 30 times as fast').waitFor();
    await drawer.getByRole('button', { name: 'Freeze' }).click();
    await drawer.getByText('standing still').waitFor();
  });
});
