import type { Page } from 'playwright-core';
import { Sight, whenBrowser } from './a-browser';

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());
afterEach(() => sight.leave());

const orders = '/project/prod/service/orders-pg';
const shown = (service: string): string => sight.run('service', 'get', service, '--project', 'prod').stdout;
/** The button of a dialog, once it may be pressed. */
const ready = (page: Page, words: string) => page.locator('dialog button[aria-disabled="false"]', { hasText: words });

/** Gives a service to a stack, as an apply of it does. */
const hold = async (service: string): Promise<void> => {
  const answer = await fetch(`${sight.url}/v1/forkcast/project/prod/service/${service}/owner`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ expect: {}, owner: { id: `owner-of-${service}`, stack: 'acme', path: `acme/${service}` } }),
  });
  expect(answer.status).toBe(200);
};

const make = (service: string): void => {
  const flags = ['--project', 'prod', '-t', 'pg', '-p', 'startup-4', '--cloud', 'aws-eu-central-1'];
  expect(sight.run('service', 'create', service, ...flags).status).toBe(0);
};

describe('a fork that the button made', () => {
  whenBrowser('is nobody’s, and its page has the block import and the construct that take it over', async () => {
    const page = await sight.page(`${orders}?dialog=fork&name=orders-try`);
    await page.locator('dialog summary').click();
    await page.getByText("new Service(stack, 'orders-try', {").waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'curl' }).click();
    await page.getByRole('dialog').getByText('"$FORKCAST_REGISTRY/v1/project/prod/service"').waitFor();
    await ready(page, 'Create fork').click();
    await page.getByRole('heading', { level: 1, name: 'orders-try' }).waitFor();
    await page.getByRole('link', { name: 'nobody holds it' }).click();
    await page.getByText("new Service(stack, 'orders-try', {").waitFor();
    await page.getByRole('button', { name: 'HCL' }).click();
    await page.getByText('id = "prod/orders-try"').waitFor();
  });

  whenBrowser('cannot have a plan or a cloud that the rules refuse, and the list says why', async () => {
    const page = await sight.page(`${orders}?dialog=fork&name=orders-other`);
    const greyed = page.locator('#plan option[disabled]');
    await greyed.first().waitFor({ state: 'attached' });
    expect(
      (await greyed.allTextContents()).filter((text) => text === 'developer-1 – Fork cannot be made on this plan tier'),
    ).toHaveLength(1);
    expect(await page.locator('#plan option:not([disabled])', { hasText: 'business-8' }).count()).toBe(1);
  });
});

describe('a type that keeps no log', () => {
  whenBrowser(
    'shows its backups on the axis, and is forked from the newest of them or from one that is named',
    async () => {
      const page = await sight.page('/project/prod/service/logs-os');
      await page.getByText('Its backups from 6 Nov 18:30 UTC until 20 Nov 08:30 can be restored').waitFor();
      await page.getByText('Possible: From google-europe-west1, into aws-eu-central-1').waitFor({ state: 'attached' });
      const cursor = page.getByRole('region', { name: 'At the cursor' });
      await cursor.getByText('backup of 20 Nov 08:30', { exact: true }).waitFor();
      await page.getByText("recoveryBasebackupName: 'backup-20261120t083000").waitFor();
      await page.getByRole('button', { name: 'Fork & restore…' }).click();
      await page.getByLabel('Backup', { exact: true }).waitFor();
      await page.getByRole('dialog').getByText('Newest backup').click();
      expect(await page.locator('dialog input[value=time]').isDisabled()).toBe(true);
      await ready(page, 'Create fork').click();
      await page.getByRole('heading', { level: 1, name: 'logs-os-fork' }).waitFor();
      await page.goto(
        `${sight.url}/console/project/prod/service/logs-os/backups?dialog=fork&version=backup&name=logs-two`,
      );
      await page.getByLabel('Backup', { exact: true }).selectOption({ index: 3 });
      await ready(page, 'Create fork').click();
      await page.getByRole('heading', { level: 1, name: 'logs-two' }).waitFor();
      const forked = (name: string) => sight.run('service', 'lineage', name, '--project', 'prod').stdout;
      expect([forked('logs-os-fork'), forked('logs-two')]).toEqual([
        expect.stringContaining('backup-20261120t083000'),
        expect.stringContaining('backup-20261120t053000'),
      ]);
    },
  );

  whenBrowser('says of one that has no backups why it cannot be forked', async () => {
    const page = await sight.page('/project/prod/service/events-kafka');
    await page.getByText('Nothing of events-kafka can be restored: there is no backup.').waitFor();
    await page.getByText('Apache Kafka keeps no backups of its data').first().waitFor();
    await page.getByRole('link', { name: 'Backups' }).click();
    await page.getByRole('button', { name: 'Fork & restore' }).click({ force: true });
    await page.getByText('There is no backup to fork from yet.').first().waitFor();
  });
});

describe('where the newest instant is not now', () => {
  whenBrowser('the cursor stands at it, and what is beyond says the bounds', async () => {
    const page = await sight.page('/project/staging/service/orders-pg');
    await page.locator('[role=slider][aria-valuetext^="15 Nov 2026 09:00:00 UTC. azure-westeurope: held"]').waitFor();
    await page.getByText('Possible: From azure-westeurope, into azure-westeurope').waitFor({ state: 'attached' });
    await page.goto(`${sight.url}/console/project/staging/service/orders-pg?at=2026-11-19T09:00:00Z`);
    await page.getByText('What can be restored is from 13 Nov 11:57 to 15 Nov 09:00 UTC.').waitFor();
  });

  whenBrowser('a dialog opens with the focus on what is chosen', async () => {
    const page = await sight.page('/project/prod/service/customers-mysql?dialog=fork&source=secondary');
    await page.locator('dialog input[value=secondary]:focus').waitFor();
  });
});

describe('changes of a service', () => {
  whenBrowser('a second location can be changed once in 24 hours, and taken away at once', async () => {
    const page = await sight.page(`${orders}/backups?dialog=second-location`);
    await page.getByLabel('Secondary location').selectOption('google-europe-west3');
    await ready(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`${sight.url}/console${orders}/backups?dialog=second-location`);
    await page.getByLabel('Secondary location').selectOption('google-europe-west4');
    await page.getByText('can be changed once in 24 hours: again from 21 Nov 2026 09:00:00 UTC on.').first().waitFor();
    expect(await ready(page, 'Save').count()).toBe(0);
    await page.getByLabel('Secondary location').selectOption('None');
    await page.getByText('The copies in google-europe-west3 go away').waitFor();
    await ready(page, 'Save').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  whenBrowser('one that a stack holds is released first, and what its next apply does is said', async () => {
    make('plain-pg');
    await hold('plain-pg');
    const settings = `${sight.url}/console/project/prod/service/plain-pg/settings`;
    const page = await sight.page('/');
    await page.goto(`${settings}?dialog=protection`);
    await page.getByText('After that the next apply of acme no longer counts it as its own').waitFor();
    expect(await ready(page, 'Protect it').count()).toBe(0);
    await page.getByRole('button', { name: 'Release it from acme' }).click();
    await ready(page, 'Protect it').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(shown('plain-pg')).toMatch(/released/);
    await page.goto(`${settings}?dialog=terminate`);
    await page.getByLabel('Type plain-pg to confirm').fill('plain-pg');
    await page.getByText('is protected from termination: take the protection off first.').first().waitFor();
  });

  whenBrowser('what was taken by a stack meanwhile is left alone', async () => {
    const page = await sight.page('/project/prod/service/orders-try/settings?dialog=power');
    await page.getByRole('heading', { name: 'Power off orders-try' }).waitFor();
    await hold('orders-try');
    await ready(page, 'Power off').click();
    await page.getByRole('alert').getByText('service_not_as_expected').waitFor();
    expect(shown('orders-try')).toContain('RUNNING');
  });

  whenBrowser('a rename is one flow: the fork, what it holds, the clients, the end of the original', async () => {
    make('old-pg');
    sight.run('registry', 'advance', '2d');
    const page = await sight.page('/project/prod/service/old-pg/settings');
    await page.getByRole('button', { name: 'Rename by fork…' }).click();
    await page.getByLabel('2. The new name').fill('customers-mysql');
    await page.getByText('customers-mysql is there already, and is no fork of old-pg.').first().waitFor();
    await page.getByLabel('2. The new name').fill('new-pg');
    await page.getByText('1. Writes to old-pg are stopped').click();
    await ready(page, 'Fork old-pg as new-pg').click();
    await page.getByText('1. and 2. new-pg').waitFor();
    await page.reload();
    sight.run('registry', 'advance', '1h');
    await page.getByText('It holds all that old-pg holds.').waitFor();
    await page.getByText('3. All clients of old-pg use new-pg now.').click();
    await page.getByLabel('4. Type old-pg to end it').fill('old-pg');
    await ready(page, 'Terminate old-pg').click();
    await page.getByRole('heading', { level: 1, name: 'new-pg' }).waitFor();
    expect(sight.run('service', 'get', 'old-pg', '--project', 'prod').status).toBe(1);
  });
});

describe('with a token', () => {
  const token = (...words: readonly string[]): string =>
    sight
      .run('registry', 'token', 'create', ...words, '--registry', sight.url, '--description', 'a tester')
      .stdout.trim();
  const enter = async (page: Page, secret: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Token' }).fill(secret);
    await page.getByRole('button', { name: 'Use this token' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  whenBrowser('that reads, of one project, all is seen of that project and every button says why not', async () => {
    const admin = token('--access', 'admin');
    const reader = sight.run('registry', 'token', 'create', '--access', 'read', '--reach', 'analytics');
    expect([admin === '', reader.status]).toEqual([false, 0]);
    const page = await sight.page('/');
    await enter(page, reader.stdout.trim());
    await page.getByRole('link', { name: 'reports-pg', exact: true }).first().waitFor();
    expect(await page.locator('.row .name a', { hasText: 'orders-pg' }).count()).toBe(0);
    expect(await page.getByText('Simulation', { exact: true }).count()).toBe(0);
    await page.goto(`${sight.url}/console/project/analytics/service/reports-pg/settings`);
    const buttons = page.getByRole('region', { name: 'Actions' }).getByRole('button');
    await page
      .getByText('may only read analytics. It needs a token that allows write.')
      .first()
      .waitFor({ state: 'attached' });
    await page.locator('[aria-label="Actions"] button[aria-disabled="true"]').nth(5).waitFor();
    expect(await buttons.count()).toBe(6);
    await page.goto(`${sight.url}/console${orders}`);
    await page.getByRole('heading', { name: 'This token may not see that' }).waitFor();
    expect(await page.locator('.axis').count()).toBe(0);
  });

  whenBrowser('that writes, there is no drawer', async () => {
    const writer = sight.run('registry', 'token', 'create', '--access', 'write');
    const page = await sight.page(`${orders}?drawer=simulation`);
    await enter(page, writer.stdout.trim());
    await page.locator('.axis').waitFor();
    expect(await page.getByText('Simulation', { exact: true }).count()).toBe(0);
  });
});
