import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { dropRowsOutOfSight, playAxis, watchKeys, watchRows } from './console/in-page.mjs';
import { interleaved, median } from './kit/numbers.mjs';
import { quietEnv, runNode } from './kit/processes.mjs';
import { createEstate, executeInBatches, serviceOf } from './registry/estate.mjs';

const browserPath = '/usr/bin/chromium';
const rounds = Number(process.env.BENCH_ROUNDS ?? '5');
const [services, backups, forks, playedMs] = [10_000, 400, 200, 5_000];
const forkcast = resolve(import.meta.dirname, '../dist/bin/forkcast.js');
const files = resolve(import.meta.dirname, '../dist/console/files');
const viewport = { width: 1440, height: 940 };
const filters = ['s-1234', 'type:pg s-99', 'nothing at all', 'cloud:google-* s-5'];

const running = new Set();
const start = (words) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, words, { env: quietEnv, stdio: ['ignore', 'pipe', 'ignore'] });
    running.add(child);
    child.stdout.once('data', (line) => done(/http:\/\/\S+/.exec(String(line))?.[0]));
    child.once('exit', (code) => fail(new Error(`${words.join(' ')} ended with ${code}`)));
  });

const serve = (path) =>
  start([forkcast, 'registry', 'serve', '--listen', '127.0.0.1:0', '--registry', `sqlite:${path}`]);

const gzipKb = () =>
  readdirSync(files)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(files, name)), { level: 9 }).length / 1024, 0);

/** A page of a browser profile that has never been anywhere. */
const freshPage = async (browser) => {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', timezoneId: 'UTC' });
  return { page: await context.newPage(), close: () => context.close() };
};

const firstView = (browser, url, count) => async () => {
  const { page, close } = await freshPage(browser);
  await page.addInitScript(watchRows(count));
  await page.goto(url);
  const ms = await page.evaluate('window.painted');
  await close();
  return ms;
};

/** The rows in sight as the console drew them, without the console: what a browser needs for the same picture at the least. */
const staticRows = async (browser, url) => {
  const { page, close } = await freshPage(browser);
  await page.goto(`${url}/console/`);
  await page.locator('.row .name').nth(5).waitFor();
  await page.evaluate(dropRowsOutOfSight);
  const [count, body] = await Promise.all([
    page.locator('.row .name').count(),
    page.evaluate('document.body.innerHTML.replace(/<script[\\s\\S]*?<\\/script>/g, "")'),
  ]);
  await close();
  const style = readdirSync(files).find((name) => name.endsWith('.css')) ?? '';
  const head = '<meta charset="utf-8"><title>Rows</title><link rel="stylesheet" href="/style.css">';
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  const floor = await start([
    resolve(import.meta.dirname, 'console/floor.mjs'),
    JSON.stringify({ html, style: readFileSync(join(files, style), 'utf8') }),
  ]);
  return { floor, count };
};

const firstViews = async (browser, url, whose, bar) => {
  const { floor, count } = await staticRows(browser, url);
  const results = await interleaved(rounds, {
    plain: firstView(browser, `${floor}/`, count),
    view: firstView(browser, `${url}/console/`, count),
  });
  const ratio = median(results.view.map((ms, round) => ms / results.plain[round]));
  return [
    { what: `plain HTML of the rows in sight of ${whose}`, value: median(results.plain), unit: 'ms' },
    { what: `first view of ${whose}`, value: median(results.view), unit: 'ms' },
    { what: `first view of ${whose} / plain HTML`, value: ratio, unit: '×', ...(bar === undefined ? {} : { bar }) },
  ];
};

const percentile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

/** Answers of the demo's service, with as many backups and forks as are asked for. */
const enlarge = async (page) => {
  const answerWith = (pattern, change) =>
    page.route(pattern, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: change(await answer.json()) });
    });
  const repeat = (list, count, vary) =>
    Array.from({ length: count }, (_, index) => vary(list[index % list.length], index));
  const minutesBefore = (text, minutes) => new Date(Date.parse(text) - minutes * 60_000).toISOString();
  await answerWith('**/orders-pg/backups*', (body) => ({
    ...body,
    backups: repeat(body.backups, backups, (backup, index) => ({
      ...backup,
      backup_name: `${backup.backup_name}-${index}`,
      backup_time: minutesBefore(backup.backup_time, index),
    })),
  }));
  await answerWith('**/orders-pg/descendants*', (body) => ({
    ...body,
    descendants: repeat(
      body.descendants.filter(({ depth }) => depth === 1),
      forks,
      (fork, index) => ({
        ...fork,
        service_name: `${fork.service_name}-${index}`,
        lineage: { ...fork.lineage, recovery_point: minutesBefore(body.now, 60 * (index + 1)) },
        ended_at: index % 4 === 0 ? null : minutesBefore(body.now, 60 * index + 30),
      }),
    ),
  }));
};

const axisFrames = async (browser, url) => {
  const { page, close } = await freshPage(browser);
  await enlarge(page);
  await page.goto(`${url}/console/project/prod/service/orders-pg`);
  await page.locator('svg.axis .diamonds').first().waitFor();
  await page.locator('.verdicts li').first().waitFor();
  // Seven rows of branches are drawn; the other forks are laid out, and stand in the table.
  const listed = await page.getByText(/\d+ more: see the table/).count();
  if (listed === 0) throw new Error('the forks were not seen');
  const idle = await page.evaluate(playAxis(2_000, false));
  const moved = await page.evaluate(playAxis(playedMs, true));
  await close();
  const what = `a frame of panning and zooming ${backups} backups and ${forks} forks`;
  return [
    { what: 'a frame of the axis left alone, median', value: median(idle), unit: 'ms' },
    { what: `${what}, median`, value: median(moved), unit: 'ms', bar: 17 },
    { what: `${what}, 95th of 100`, value: percentile(moved, 0.95), unit: 'ms', bar: 20 },
    { what: `${what}, longest`, value: Math.max(...moved), unit: 'ms', bar: 50 },
  ];
};

const keyTimes = async (browser, url) => {
  const { page, close } = await freshPage(browser);
  await page.goto(`${url}/console/`);
  await page.getByText(`${services} services`).waitFor();
  await page.evaluate(watchKeys);
  const field = page.getByLabel('Filter services');
  for (const text of filters) {
    await field.fill('');
    await field.pressSequentially(text);
  }
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
  /** @type {number[]} */
  const times = await page.evaluate('window.keyTimes');
  await close();
  if (times.length < filters.join('').length) throw new Error(`only ${times.length} keys were seen`);
  const what = `a key in the filter of ${services.toLocaleString('en')} services to its rows`;
  return [
    { what: `${what}, median`, value: median(times), unit: 'ms' },
    { what: `${what}, 95th of 100`, value: percentile(times, 0.95), unit: 'ms', bar: 50 },
  ];
};

const inBrowser = async (root) => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const [demo, large] = [join(root, 'demo.db'), join(root, 'large.db')];
    const at = ['--clock', 'frozen', '--at', '2026-11-20T09:00:00Z', '--registry', `sqlite:${demo}`];
    runNode([forkcast, 'registry', 'init', '--world', 'demo', ...at]);
    const registry = createEstate(large);
    executeInBatches(
      registry,
      Array.from({ length: services }, (_, index) => serviceOf(`s-${index}`)),
    );
    registry.close();
    const [demoUrl, largeUrl] = await Promise.all([serve(demo), serve(large)]);
    return [
      ...(await firstViews(browser, demoUrl, "the demo's list", 1.5)),
      ...(await firstViews(browser, largeUrl, `${services.toLocaleString('en')} services`, undefined)),
      ...(await axisFrames(browser, demoUrl)),
      ...(await keyTimes(browser, largeUrl)),
    ];
  } finally {
    await browser.close();
  }
};

/** The first view of many services against that of the demo. */
const compareViews = (rows) => {
  const of = (what) => rows.find((row) => row.what === what)?.value ?? NaN;
  const value = of(`first view of ${services.toLocaleString('en')} services`) / of("first view of the demo's list");
  const what = `first view of ${services.toLocaleString('en')} services / of the demo's list`;
  return { what, value, unit: '×', bar: 1.2 };
};

/** The console in Debian's Chromium; without it, its size alone. */
export const measure = async () => {
  const root = mkdtempSync(join(tmpdir(), 'forkcast-bench-'));
  const size = { what: 'script of the console, gzipped', value: gzipKb(), unit: 'KB', bar: 80 };
  const there = existsSync(browserPath);
  try {
    const rows = there ? await inBrowser(root) : [];
    const lead = there
      ? 'Headless Chromium with an empty profile for each view, browser and server on the same cores. A view is timed from navigation ' +
        'until its rows are painted. Plain HTML is the same rows with the same style from a bare server of the same framework.'
      : `There is no ${browserPath}, so that only the size is told.`;
    return { title: 'The console', lead, rows: there ? [size, ...rows, compareViews(rows)] : [size] };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  }
};
