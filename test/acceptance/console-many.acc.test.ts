import type { Page } from 'playwright-core';
import { createRegistry, createSqliteStore } from '../../src/registry';
import { Sight, whenBrowser } from './a-browser';

const orders = '/project/prod/service/orders-pg';

const logIn = async (page: Page, token: string): Promise<void> => {
  await page.getByRole('heading', { name: 'Token', exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Token' }).fill(token);
  await page.getByRole('button', { name: 'Use this token' }).click();
};

describe('two at one registry', () => {
  const sight = new Sight();
  beforeAll(() => sight.open());
  afterAll(() => sight.close());
  afterEach(() => sight.leave());

  whenBrowser('what one makes the other sees, and nothing moves under an open dialog', async () => {
    const [mine, theirs] = await Promise.all([
      sight.page(`${orders}?dialog=fork&name=half-typed`),
      sight.page('/?filter=second-to-come'),
    ]);
    const name = mine.getByRole('textbox', { name: 'Name' });
    await name.fill('half-typed-name');
    await theirs.getByText('No service is like that').waitFor();
    const what = ['--service-type', 'pg', '--plan', 'hobbyist', '--cloud', 'google-europe-west1'];
    const made = sight.run('service', 'create', 'second-to-come', '--project', 'prod', ...what);
    expect([made.stderr, made.status]).toEqual(['', 0]);
    await theirs.getByRole('link', { name: 'second-to-come' }).waitFor({ timeout: 20_000 });
    expect(await name.inputValue()).toBe('half-typed-name');
    expect(await name.evaluate('document.activeElement?.id')).toBe(await name.getAttribute('id'));
    await theirs.goto(mine.url());
    expect(await theirs.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('half-typed-name');
  });

  whenBrowser(
    'a clock that moves by 40 days moves nothing under a dialog, whose preview is asked for again: what is past then is refused',
    async () => {
      const page = await sight.page(`${orders}?dialog=fork&version=time&at=2026-11-18T09:00:00Z&name=too-late`);
      const create = page.locator('dialog button', { hasText: 'Create fork' });
      await page.locator('dialog button[aria-disabled="false"]', { hasText: 'Create fork' }).waitFor();
      const shown = () => page.locator('.axis-head p').textContent();
      const before = await shown();
      expect(sight.run('registry', 'advance', '40d', '--registry', sight.url).status).toBe(0);
      await page.getByText('clock stands still at 30 Dec 2026').waitFor({ timeout: 15_000 });
      expect([await shown(), await page.getByLabel('Time', { exact: true }).inputValue()]).toEqual([
        before,
        '2026-11-18 09:00:00',
      ]);
      const alert = page.getByRole('alert').filter({ hasText: 'is outside what google-europe-west1 holds' });
      await alert.getByText('18 Nov 2026 09:00:00 UTC').waitFor();
      expect(await create.getAttribute('title')).toBe('1 thing to mend before this can be made');
      expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('too-late');
      await page.keyboard.press('Escape');
      await page.getByText('Any instant from 17 Dec 03:30 UTC until now').waitFor();
      expect(sight.run('service', 'get', 'too-late', '--project', 'prod').status).toBe(1);
    },
  );

  whenBrowser('a rename that both are at is made once and ended once, and the other is told', async () => {
    const at = '/project/analytics/service/reports-rehearsal-pg/settings?dialog=rename&name=reports-try-pg';
    const [mine, theirs] = await Promise.all([sight.page(at), sight.page(at)]);
    const fork = 'Fork reports-rehearsal-pg as reports-try-pg';
    for (const page of [mine, theirs]) await page.getByText('1. Writes to reports-rehearsal-pg are stopped').click();
    await mine.locator('dialog button[aria-disabled="false"]', { hasText: fork }).click();
    // Nothing of it is done twice: the fork of the one is there for the other.
    for (const page of [mine, theirs]) {
      await page.getByText('It holds all that reports-rehearsal-pg holds.').waitFor();
      await page.getByText('3. All clients of reports-rehearsal-pg').click();
      await page.getByLabel('4. Type reports-rehearsal-pg to end it').fill('reports-rehearsal-pg');
    }
    const end = (page: Page) => page.locator('dialog button[aria-disabled="false"]', { hasText: 'Terminate' }).click();
    await end(mine);
    await mine.getByRole('heading', { level: 1, name: 'reports-try-pg' }).waitFor();
    await end(theirs);
    await theirs.getByRole('alert').getByText('service_not_found').waitFor();
    await theirs.keyboard.press('Escape');
    await theirs.getByRole('heading', { name: 'reports-rehearsal-pg has ended' }).waitFor({ timeout: 15_000 });
    await theirs.getByRole('link', { name: 'analytics/reports-try-pg' }).waitFor();
  });

  whenBrowser('a tab costs one request a cycle, a hidden one none, and none is missed by it', async () => {
    const page = await sight.page('/');
    await page.locator('summary', { hasText: 'Simulation' }).waitFor();
    await page.clock.install();
    let asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.getByText(/\d+ services/).waitFor();
    await page.locator('summary', { hasText: 'Simulation' }).waitFor();
    // What is asked for before the rest of the script is read is what the pages ask for: they do not ask again.
    const v1 = asked.filter((path) => path.startsWith('/v1/'));
    expect(v1.slice(0, 3)).toEqual(['/v1/forkcast/changes', '/v1/forkcast/service', '/v1/me']);
    const looked = page.waitForResponse(/changes/);
    await page.clock.pauseAt(Date.now() + 60_000);
    await looked;
    asked = [];
    const cycle = async (): Promise<void> => {
      const answered = page.waitForResponse(/changes/);
      await page.clock.fastForward(10_000);
      await answered;
    };
    await cycle();
    await cycle();
    expect(asked).toEqual(['/v1/forkcast/changes', '/v1/forkcast/changes']);
    const show = (isHidden: boolean): Promise<unknown> =>
      page.evaluate(`(() => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${String(isHidden)} });
        document.dispatchEvent(new Event('visibilitychange'));
      })()`);
    await show(true);
    await page.clock.fastForward(600_000);
    expect(asked).toHaveLength(2);
    const answered = page.waitForResponse(/changes/);
    await show(false);
    await answered;
    expect(asked).toHaveLength(3);
  });
});

describe('tokens', () => {
  const sight = new Sight();
  beforeAll(() => sight.open());
  afterAll(() => sight.close());
  afterEach(() => sight.leave());
  const make = (...words: readonly string[]): string =>
    sight.run('registry', 'token', 'create', ...words).stdout.trim();

  whenBrowser('of one project see it alone, and cannot steer the clock; wrong ones say so', async () => {
    const read = make('--access', 'read', '--reach', 'prod');
    const write = make('--access', 'write', '--reach', 'analytics');
    expect(read.length).toBeGreaterThan(20);
    const page = await sight.page(`${orders}/settings`);
    await logIn(page, 'nobody-knows-it');
    await page.getByText('The token is unknown, has expired or was revoked.').waitFor();
    await logIn(page, read);
    // It is greyed as soon as it is known who asks.
    const end = page.locator('button[aria-disabled="true"]', { hasText: 'Terminate…' });
    await end.waitFor();
    await end.click({ force: true });
    await page.getByText('may only read prod').first().waitFor();
    expect(await page.getByRole('complementary', { name: 'Simulation' }).count()).toBe(0);
    expect(page.url()).not.toContain(read);

    const other = await sight.page('/');
    await logIn(other, write);
    await other.getByRole('link', { name: 'reports-pg', exact: true }).first().waitFor();
    // What a service was forked from is in its own settings; the source itself is not listed.
    expect(await other.getByRole('cell', { name: 'orders-pg prod' }).count()).toBe(0);
    await other.goto(`${sight.url}/console${orders}`);
    await other
      .getByText(/permission|may not|forbidden|not allowed/i)
      .first()
      .waitFor();
    expect(await other.locator('svg.axis').count()).toBe(0);
  });

  whenBrowser('that end under a half-filled dialog cost nothing of what was typed', async () => {
    const page = await sight.page(`${orders}?dialog=fork`);
    await logIn(page, make('--access', 'write', '--description', 'short'));
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('half-filled');
    const [, id = ''] = /^(\w+) .* short$/m.exec(sight.run('registry', 'token', 'list').stdout) ?? [];
    expect(sight.run('registry', 'token', 'revoke', id).status).toBe(0);
    // By an event: the dialog that asks for a token may stand before the field by now, and would take the keys.
    await page.evaluate(`(() => {
      const field = document.getElementById('name');
      field.value = 'half-filled-pg';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`);
    await logIn(page, make('--access', 'write'));
    await page.getByRole('heading', { name: 'Token', exact: true }).waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('half-filled-pg');
    await page.locator('dialog button[aria-disabled="false"]', { hasText: 'Create fork' }).click();
    await page.getByRole('heading', { level: 1, name: 'half-filled-pg' }).waitFor();
  });
});

describe('10,000 services', () => {
  const sight = new Sight();
  const count = 10_000;
  beforeAll(() => sight.openWith(fillWith(count)));
  afterAll(() => sight.close());
  afterEach(() => sight.leave());

  whenBrowser('are listed, filtered and scrolled, and only those in sight are drawn', async () => {
    const page = await sight.page('/');
    await page.getByText(`${count} services`, { exact: true }).waitFor({ timeout: 30_000 });
    expect(await page.locator('.row .name').count()).toBeLessThan(60);
    await page.evaluate('window.rowsBefore = [...document.querySelectorAll(".row-space .row")]');
    await page.getByLabel('Filter services').fill('s-98');
    await page.getByText(`111 of ${count} services`).waitFor();
    // Other rows are drawn in the elements that are there.
    expect(await page.evaluate('window.rowsBefore.every(({ isConnected }) => isConnected)')).toBe(true);
    expect(await page.evaluate('window.rowsBefore[1].innerText')).toContain('s-980');
    await page.getByLabel('Filter services').fill('s-9876');
    await page.getByText(`1 of ${count} services`).waitFor();
    await page.getByLabel('Filter services').fill('');
    const table = page.getByRole('table', { name: 'Services' });
    await table.focus();
    await page.keyboard.press('End');
    await page.getByRole('link', { name: 's-9999', exact: true }).waitFor();
    expect(await page.locator('.row .name').count()).toBeLessThan(60);
    expect(await table.getAttribute('aria-rowcount')).toBe(String(count + 1));
  });

  whenBrowser('a thousand of them are printed, and the paper says how to get the others', async () => {
    const page = await sight.page('/');
    await page.getByText(`${count} services`, { exact: true }).waitFor({ timeout: 30_000 });
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(20);
    await page.emulateMedia({ media: 'print' });
    await page
      .getByText(`These are the first 1000 of ${count} services. To print the others, filter the list.`)
      .waitFor();
    expect(await page.locator('.row .name').count()).toBe(1_000);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.row-space[style*=height]').waitFor();
    expect(await page.locator('.row .name').count()).toBeLessThan(60);
  });
});

/** Makes a registry of many services at a path, each at once. */
const fillWith =
  (count: number) =>
  (path: string): void => {
    const at = Date.UTC(2026, 10, 20, 8);
    const registry = createRegistry({
      store: createSqliteStore(path),
      wallClock: { now: () => at },
      seed: 'many',
      profile: 'instant',
      startAt: at,
      clock: { kind: 'frozen' },
    });
    const [project, organization, cloud] = ['demo', 'demo-org', 'google-europe-west1'];
    const mustAccept = (outcomes: ReturnType<typeof registry.executeAll>): void =>
      expect(outcomes.filter(({ kind }) => kind !== 'accepted')).toEqual([]);
    mustAccept(
      registry.executeAll([
        { type: 'CreateOrganization', organization },
        { type: 'CreateProject', project, organization, defaultCloud: cloud },
      ]),
    );
    const kind = {
      type: 'CreateService',
      project,
      serviceType: 'pg',
      plan: 'hobbyist',
      cloud,
      userConfig: {},
    } as const;
    for (let from = 0; from < count; from += 1_000)
      mustAccept(
        registry.executeAll(Array.from({ length: 1_000 }, (_, index) => ({ ...kind, service: `s-${from + index}` }))),
      );
    registry.close();
  };
