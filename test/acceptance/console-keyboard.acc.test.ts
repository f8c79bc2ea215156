import type { Page } from 'playwright-core';
import { Sight, whenBrowser } from './a-browser';

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

describe('by keyboard alone', () => {
  const sight = new Sight();
  beforeAll(() => sight.open());
  afterAll(() => sight.close());
  afterEach(() => sight.leave());

  whenBrowser.each(dialogs)('every control of the dialog %s is reached, and Escape leaves it', async (dialog) => {
    const page = await sight.page(`${orders}/settings?dialog=${dialog}&at=2026-11-18T09:00:00Z&version=time`);
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
    const page = await sight.page(`${orders}/settings`);
    const opener = page.getByRole('button', { name: 'Terminate…' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Terminate…');
  });
});
