import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { ended, runForkcast, startServer } from '../matrix/served-kill';
import { repositoryRoot } from '../source-tree';

/** Debian's Chromium: the one without windows takes half the processor time of the whole one, and draws the same. */
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const chromiumPath = browsers.find((path) => existsSync(path));

/** A test in a real browser; skipped, and shown as such, where there is none. */
export const whenBrowser = chromiumPath === undefined ? test.skip : test;

const axe = (): string => readFileSync(join(repositoryRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** `fixedAt`: where the clock of the page stands, from before it is loaded. */
type PageOptions = BrowserContextOptions & { readonly fixedAt?: string };

/** The demo's company on a clock that stands still, served, with a browser before it. */
export class Sight {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-console-'));
  url = '';
  private server: Awaited<ReturnType<typeof startServer>> | undefined;
  private browser: Browser | undefined;
  /** What the pages complained of. */
  readonly complaints: string[] = [];

  open(): Promise<void> {
    return this.openWith(() => {
      const made = this.run('registry', 'init', '--world', 'demo', '--clock', 'frozen', '--at', '2026-11-20T09:00:00Z');
      if (made.status !== 0) throw new TypeError(made.stderr);
    });
  }

  /** The same over a registry that is made at this path. */
  async openWith(make: (path: string) => void): Promise<void> {
    mkdirSync(join(this.folder, '.forkcast'));
    make(join(this.folder, '.forkcast/registry.db'));
    await this.serve();
    if (chromiumPath !== undefined) {
      this.browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
    }
  }

  async serve(listen?: string): Promise<void> {
    this.server = await startServer(this.folder, listen);
    this.url = this.server.url;
  }

  async stop(): Promise<void> {
    if (this.server === undefined) return;
    this.server.child.kill('SIGTERM');
    await ended(this.server.child);
    this.server = undefined;
  }

  run(...words: readonly string[]) {
    return runForkcast(this.folder, ...words);
  }

  /** A page at an address below `/console`, in a browser profile of its own. */
  async page(address: string, { fixedAt, ...options }: PageOptions = {}): Promise<Page> {
    if (this.browser === undefined) throw new TypeError('there is no browser');
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 940 },
      timezoneId: 'Europe/Oslo',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) this.complaints.push(message.text());
    });
    if (fixedAt !== undefined) await page.clock.setFixedTime(fixedAt);
    await page.goto(`${this.url}/console${address}`);
    return page;
  }

  /** Closes all pages: one that is left open asks the registry and draws what it is told, whatever is tested by then. */
  async leave(): Promise<void> {
    await Promise.all((this.browser?.contexts() ?? []).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Another colour scheme changes colours alone. */
const askAxe = (look: 'all' | 'colours'): string => `axe.run(document, {
  resultTypes: ['violations']${look === 'all' ? '' : ", runOnly: ['color-contrast']"}
}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => id + ' at ' + target + ': ' + failureSummary)))`;

/** What axe finds at a page, one line each. The page allows no script but its own: axe comes in through the debugger. */
export const findBarriers = async (page: Page, look: 'all' | 'colours' = 'all'): Promise<readonly string[]> => {
  if ((await page.evaluate('typeof axe')) === 'undefined') {
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe() });
    await session.detach();
  }
  const found: unknown = await page.evaluate(askAxe(look));
  return Array.isArray(found) ? found.map(String) : ['axe found nothing to look at'];
};

const askOverflow = `(() => {
  const wide = document.documentElement.clientWidth + 1;
  const scrolls = '.scroll, .axis-frame, .rows, .tabs, .code, .hidden, .skip';
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.closest(scrolls) === null && one.getClientRects().length > 0)
    .filter((one) => one.getBoundingClientRect().right > wide)
    .map((one) => one.tagName + '.' + one.className + ' ends at ' + Math.round(one.getBoundingClientRect().right));
})()`;

/** What sticks out of the window at its right side, but for what scrolls in a frame of its own. */
export const findOverflow = async (page: Page): Promise<readonly string[]> => {
  const found: unknown = await page.evaluate(askOverflow);
  return Array.isArray(found) ? found.map(String) : ['the page could not be measured'];
};
