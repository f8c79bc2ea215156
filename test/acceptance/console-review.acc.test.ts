import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { findBarriers, findOverflow, Sight, whenBrowser } from './a-browser';

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());
afterEach(() => sight.leave());

whenBrowser('a stored review opens with what stops first, its lineage, and the time axis of each fork', async () => {
  const page = await sight.page('/review');
  const file = page.getByLabel('A stored review');
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') });
  await page.getByRole('alert').waitFor();
  await file.setInputFiles(join(repositoryRoot, 'test/golden/review/card-0.1.0.json'));
  await page.getByRole('heading', { name: 'Do not apply: 2 errors in 2 services.' }).waitFor();
  const text = await page.locator('main').innerText();
  const places = [
    'Fork key of a live fork was changed',
    'Put the value back',
    'prod/orders-pg google-europe-west1, live',
    'The same as a table',
  ];
  const found = places.map((words) => text.indexOf(words));
  expect([found, found.every((place) => place > 0)]).toEqual([[...found].sort((a, b) => a - b), true]);
  const fork = page.locator('.tree .tree .tree li', { hasText: 'analytics/reports-rehearsal-pg' });
  expect(await fork.innerText()).toMatch(/replaced\s+as of 19 Nov 2026 02:00:00 UTC/);
  const axis = page.getByRole('slider').first();
  expect(await axis.getAttribute('aria-valuetext')).toContain('19 Nov 2026 02:00:00 UTC. aws-eu-central-1: held');
  await axis.focus();
  await page.keyboard.press('Home');
  await page.locator('[role=slider][aria-valuetext*="8 Nov 2026 08:00:00 UTC"]').waitFor();
  expect([await findBarriers(page), await findOverflow(page)]).toEqual([[], []]);
});

whenBrowser('a review that is dropped on the page opens as one that is chosen', async () => {
  const page = await sight.page('/review');
  const text = readFileSync(join(repositoryRoot, 'test/golden/review/card-0.1.0.json'), 'utf8');
  await page.getByText('or drop it here').waitFor();
  await page.evaluate(`(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([${JSON.stringify(text)}], 'card.json', { type: 'application/json' }));
    const drop = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true });
    document.querySelector('h1').dispatchEvent(drop);
    window.isTaken = drop.defaultPrevented;
  })()`);
  await page.getByRole('heading', { name: 'Do not apply: 2 errors in 2 services.' }).waitFor();
  // Else the browser would leave the page for the file.
  expect(await page.evaluate('window.isTaken')).toBe(true);
});

whenBrowser('a review cannot turn around what is read of it', async () => {
  const page = await sight.page('/review');
  const text = readFileSync(join(repositoryRoot, 'test/golden/review/card-0.1.0.json'), 'utf8');
  const buffer = Buffer.from(text.replaceAll('orders-pg', 'orders\u202epg'));
  await page.getByLabel('A stored review').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
  await page.getByRole('heading', { name: 'Do not apply' }).waitFor();
  const shown = await page.locator('main').innerText();
  expect([shown.includes('\u202e'), shown.includes('prod/orders\\u202epg')]).toEqual([false, true]);
});
