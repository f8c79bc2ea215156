import type { Page } from 'playwright-core';
import { findOverflow, Sight, whenBrowser } from './a-browser';

const orders = '/project/prod/service/orders-pg';
const dialogs = ['fork', 'time', 'second-location', 'plan', 'power', 'protection', 'rename', 'terminate'];

/** What can be reached by the Tab key, in words: the controls that are there, and those that the focus came to. */
const lookAround = `(() => {
  const dialog = document.querySelector('dialog[open]');
  const text = (one) => (one.tagName === 'PRE' ? 'code' : (one.value ?? one.textContent).trim().slice(0, 40));
  const name = (one) => one.tagName + '#' + one.id + '.' + (one.name ?? '') + ' ' + text(one);
  const tabbable = [...dialog.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => !one.disabled && one.checkVisibility())
    // Of a group of radio buttons, the keyboard comes to the one that is chosen.
    .filter((one) => one.type !== 'radio' || one.checked);
  return {
    all: tabbable.map(name),
    at: dialog.contains(document.activeElement) ? name(document.activeElement) : null,
    // The parts of a field for a day are marked by the browser itself.
    hasLine:
      document.activeElement === document.body ||
      document.activeElement.type === 'date' ||
      getComputedStyle(document.activeElement).outlineStyle !== 'none',
  };
})()`;

interface Around {
  readonly all: readonly string[];
  readonly at: string | null;
  readonly hasLine: boolean;
}

const isAround = (value: unknown): value is Around => typeof value === 'object' && value !== null && 'all' in value;

const look = async (page: Page): Promise<Around> => {
  const seen: unknown = await page.evaluate(lookAround);
  if (!isAround(seen)) throw new TypeError('no dialog is open');
  return seen;
};

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());

describe('by keyboard alone', () => {
  let page: Page;
  beforeAll(async () => void (page = await sight.page('/')));
  afterAll(() => sight.leave());

  whenBrowser.each(dialogs)('every control of the dialog %s is reached, and Escape leaves it', async (dialog) => {
    const at = 'at=2026-11-18T09:00:00Z&version=time';
    await page.goto(`${sight.url}/console${orders}/settings?dialog=${dialog}&${at}`);
    await page.locator('dialog[open]').waitFor();
    await page.waitForFunction('document.querySelector("dialog[open]").contains(document.activeElement)');
    await page.evaluate('document.querySelectorAll("dialog details").forEach((one) => (one.open = true))');
    const { all } = await look(page);
    expect(all.length).toBeGreaterThan(1);
    const reached = new Set<string>();
    for (let step = 0; step < 2 * all.length + 12; step += 1) {
      const { at, hasLine } = await look(page);
      if (at !== null) reached.add(at);
      expect([at, hasLine]).toEqual([at, true]);
      await page.keyboard.press('Tab');
    }
    expect(all.filter((control) => !reached.has(control))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('dialog')).toBeNull();
  });

  whenBrowser('the focus goes back to the button that opened the dialog', async () => {
    await page.goto(`${sight.url}/console${orders}/settings`);
    const opener = page.getByRole('button', { name: 'Terminate…' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Terminate…');
  });
});

const at = `${orders}?at=2026-11-18T09:00:00Z`;
const axisSays = (page: Page): Promise<string | null> => page.getByRole('slider').getAttribute('aria-valuetext');

describe('on a phone', () => {
  afterEach(() => sight.leave());

  /** Fingers at these places, each in pixels from the left of the axis as it is seen. */
  const touching = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    const box = await page.locator('.axis-frame').boundingBox();
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: readonly number[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: places.map((x, id) => ({ x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + 60, id })),
      });
    return touch;
  };

  whenBrowser('one finger chooses the instant and moves on at the edge, two zoom', async () => {
    const page = await sight.page(at, { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
    await page.getByRole('slider').waitFor();
    await page.locator('.axis .cursor').scrollIntoViewIfNeeded();
    const touch = await touching(page);
    const before = await axisSays(page);
    await touch('touchStart', 60);
    await touch('touchMove', 120);
    await touch('touchEnd');
    await page.waitForFunction(`document.querySelector('.axis').ariaValueText !== ${JSON.stringify(before)}`);
    expect(await axisSays(page)).toMatch(/^1[1-7] Nov 2026/);
    await page.waitForURL((url) => !url.search.includes('2026-11-18T09'));
    const scrolled = async (): Promise<number> =>
      Number(await page.evaluate('document.querySelector(".axis-frame").scrollLeft'));
    const from = await scrolled();
    await touch('touchStart', 150);
    for (const place of [4, 3, 2, 1]) await touch('touchMove', place);
    await touch('touchEnd');
    expect(await scrolled()).toBeLessThan(from);
    const span = page.getByRole('group', { name: 'Zoom' }).locator('span');
    const whole = await span.innerText();
    await touch('touchStart', 100, 140);
    await touch('touchMove', 60, 180);
    await touch('touchMove', 20, 220);
    await touch('touchEnd');
    await page.waitForFunction(`document.querySelector('.zoom span').textContent !== ${JSON.stringify(whole)}`);
    expect([whole, await span.innerText()]).toEqual(['13 days', expect.stringMatching(/^([1-6] days?|\d+ h)/)]);
  });

  whenBrowser('the drawer covers nothing', async () => {
    const page = await sight.page(`${at}&drawer=simulation`, { viewport: { width: 360, height: 780 } });
    const drawer = page.getByRole('complementary', { name: 'Simulation' });
    await drawer.getByText('Clock', { exact: true }).waitFor();
    await page.locator('.verdicts li').first().waitFor();
    const [above, below] = await Promise.all([page.locator('main').boundingBox(), drawer.boundingBox()]);
    expect((above?.y ?? 0) + (above?.height ?? Infinity)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
    expect(await findOverflow(page)).toEqual([]);
  });
});

describe('the time line', () => {
  afterEach(() => sight.leave());

  whenBrowser('is read aloud: the instant, what holds it, and each mark in a table', async () => {
    const page = await sight.page(at);
    await page.locator('.verdicts li').first().waitFor();
    const said =
      '18 Nov 2026 09:00:00 UTC. google-europe-west1: held, from the backup of 18 Nov 03:30 and 5 h 30 min of log';
    const section = page.getByRole('region', { name: 'Time line' });
    const tree = await section.ariaSnapshot();
    expect(tree).toContain('slider "Instant to restore orders-pg to. Arrows step');
    expect(tree).toContain(`paragraph: "${said}`);
    await page.getByText('The same as a table').click();
    const table = await section.getByRole('region', { name: 'The time line as a table' }).ariaSnapshot();
    expect(table).toContain(
      'row "7 Nov 2026 03:30:00 UTC earliest instant that can be restored google-europe-west1 (primary)"',
    );
    expect(table).toContain('state that analytics/reports-pg was made with');
    expect(table.match(/cell "backup /g)).toHaveLength(28);
    const verdicts = await page.getByRole('region', { name: 'What can be forked from here' }).ariaSnapshot();
    expect(verdicts).toMatch(/Not possible: From google-europe-west4, into aws-eu-central-1/);
  });

  whenBrowser('is printed whole and light, without what cannot be pressed on paper', async () => {
    const page = await sight.page(at, { colorScheme: 'dark' });
    await page.locator('.verdicts li').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    expect(await findOverflow(page)).toEqual([]);
    const clipped = await page.evaluate(`[...document.querySelectorAll('.axis, .axis-frame, .code, .verdicts, .card')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth)
      .map((one) => one.className.baseVal ?? one.className)`);
    expect(clipped).toEqual([]);
    expect(await page.locator('.drawer, .tabs, .zoom, .code-head > button').filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor")).toBe(
      'rgb(255, 255, 255)',
    );
    const paper = await page.pdf({ format: 'A4', printBackground: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    // The axis with its panels, then the code: no page holds a heading alone, and none is empty.
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  });

  whenBrowser('nothing moves for who asks for that, in what waits and in what is under way too', async () => {
    const page = await sight.page(at);
    await page.locator('.verdicts li').first().waitFor();
    await page.evaluate(`for (const [box, inner] of [['waiting', 'p'], ['progress', 'div']]) {
      const one = document.querySelector('main').appendChild(document.createElement('div'));
      one.className = box;
      one.appendChild(document.createElement(inner));
    }`);
    const moving = (): Promise<unknown> =>
      page.evaluate(`[...document.querySelectorAll('*')]
        .filter((one) => one.getAnimations().length > 0 || parseFloat(getComputedStyle(one).transitionDuration) > 0)
        .map((one) => one.parentElement.className)`);
    expect(await moving()).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving()).toEqual(['waiting', 'progress']);
  });
});
