import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Takes the pictures of the console that the docs show, on the demo's company; with a folder, those of all main views:
 * node scripts/console-pictures.mjs [FOLDER]
 */
const all = process.argv[2];
const to = all ?? 'docs/console';
const shown = ['time-line-light', 'fork'];
const browserPath = '/usr/bin/chromium';
const program = join(import.meta.dirname, '../dist/bin/forkcast.js');
const orders = '/project/prod/service/orders-pg';

const pictures = [
  { name: 'time-line-light', address: `${orders}?at=2026-11-18T09:00:00Z`, scheme: 'light' },
  { name: 'time-line-dark', address: `${orders}?at=2026-11-18T09:00:00Z`, scheme: 'dark' },
  { name: 'services', address: '/', scheme: 'light' },
  {
    name: 'fork',
    address: `${orders}?dialog=fork&version=time&at=2026-11-18T09:00:00Z&name=orders-investigation`,
    scheme: 'light',
  },
  { name: 'lag', address: `${orders}/lag?period=week`, scheme: 'light' },
  { name: 'phone', address: `${orders}?at=2026-11-18T09:00:00Z`, scheme: 'light', width: 360, height: 780 },
];

if (!existsSync(browserPath)) {
  console.error(`There is no ${browserPath}: no pictures are taken.`);
  process.exit(3);
}
const folder = mkdtempSync(join(tmpdir(), 'forkcast-pictures-'));
const run = (...words) => spawnSync(process.execPath, [program, ...words], { cwd: folder, stdio: 'ignore' });
run('registry', 'init', '--world', 'demo', '--clock', 'frozen', '--at', '2026-11-20T09:00:00Z');
const server = spawn(process.execPath, [program, 'registry', 'serve', '--listen', '127.0.0.1:0'], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const url = await new Promise((resolve) => {
  server.stdout.once('data', (line) => resolve(/http:\S+/.exec(String(line))?.[0]));
});
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
for (const { name, address, scheme, width = 1440, height = 940 } of pictures) {
  if (all === undefined && !shown.includes(name)) continue;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Oslo',
  });
  await page.goto(`${url}/console${address}`);
  await page.locator('.verdicts li, .row .name, .chart').first().waitFor();
  await page.waitForTimeout(2_000);
  await page.screenshot({ path: join(to, `${name}.png`) });
  await page.close();
}
await browser.close();
server.kill('SIGTERM');
rmSync(folder, { recursive: true, force: true });
