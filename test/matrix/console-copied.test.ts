import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repositoryRoot } from '../source-tree';
import { Sight, whenBrowser } from '../acceptance/a-browser';
import { terraformIn } from '../acceptance/provider-twin';
import { whenTerraform } from '../acceptance/workshop';

const sight = new Sight();
beforeAll(() => sight.open());
afterAll(() => sight.close());
afterEach(() => sight.leave());

const orders = '/project/prod/service/orders-pg';

/** A page that may be copied from. */
const openFork = async (name: string): Promise<Page> => {
  const page = await sight.page(`${orders}?dialog=fork&version=time&at=2026-11-18T09:00:00Z&name=${name}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.locator('dialog summary').click();
  return page;
};

/** Presses Copy at the code of a language, below this part of the page, and reads what can be pasted. */
const copied = async (page: Page, part: string, language: string): Promise<string> => {
  const within = page.locator(part);
  await within.getByRole('button', { name: language }).click();
  const copy = within.locator('.code-head > button');
  await within.locator('.code-head > button:not(:disabled)').waitFor();
  await copy.click();
  await copy.getByText('Copied').waitFor();
  const pasted = String(await page.evaluate('navigator.clipboard.readText()'));
  expect(pasted).toBe(await within.locator('.code').textContent());
  await copy.getByText('Copy', { exact: true }).waitFor();
  return pasted;
};

/** Runs it as it was pasted into a shell. */
const paste = async (text: string): Promise<void> => {
  const line = text.replace(/^forkcast/, `${process.execPath} ${join(repositoryRoot, 'dist/bin/forkcast.js')}`);
  const env = { ...process.env, FORKCAST_REGISTRY: sight.url, FORKCAST_TOKEN: 'any' };
  const child = spawn('sh', ['-c', line], { cwd: sight.folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  expect(await once(child, 'close')).toEqual([0, null]);
};

const forkedAs = (name: string): string =>
  sight.run('service', 'lineage', name, '--project', 'prod', '--registry', sight.url).stdout;

whenBrowser('what is copied as CLI line and as curl makes the fork that the dialog shows', async () => {
  for (const [language, name] of [
    ['CLI', 'copied-cli'],
    ['curl', 'copied-curl'],
  ] as const) {
    const page = await openFork(name);
    await paste(await copied(page, 'dialog', language));
    expect(forkedAs(name)).toContain('2026-11-18T09:00:00Z');
  }
});

whenTerraform('with Terraform', () => {
  const terraformBlock = `terraform {
  required_providers {
    forkcast = { source = "terraform.local/forkcast/forkcast" }
  }
}

provider "forkcast" {}

`;
  const inFolder = (name: string, code: string) => {
    const folder = join(sight.folder, name);
    mkdirSync(folder);
    const installed = sight.run('provider', 'install');
    expect(installed.status).toBe(0);
    const config = /^export TF_CLI_CONFIG_FILE=(.*)$/m.exec(installed.stdout)?.[1] ?? '';
    writeFileSync(join(folder, 'main.tf'), `${terraformBlock}${code}\n`);
    const env = { TF_CLI_CONFIG_FILE: config, FORKCAST_REGISTRY: sight.url };
    return (...words: readonly string[]) => terraformIn(folder, env, ...words);
  };
  const applied = ['-auto-approve', '-no-color', '-input=false'] as const;
  const unchanged = { code: 0, text: expect.stringContaining('No changes') };

  whenBrowser('the copied HCL is valid, formatted, and makes that fork; the next plan is empty', async () => {
    const page = await openFork('copied-hcl');
    const terraform = inFolder('hcl', await copied(page, 'dialog', 'HCL'));
    expect(terraform('fmt', '-check', '-diff')).toEqual({ code: 0, text: '' });
    expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
    expect(terraform('validate', '-no-color').text).toContain('The configuration is valid');
    expect(terraform('apply', ...applied)).toMatchObject({ code: 0 });
    expect(forkedAs('copied-hcl')).toContain('2026-11-18T09:00:00Z');
    expect(terraform('plan', '-no-color', '-input=false')).toMatchObject(unchanged);
  });

  whenBrowser(
    'a fork that the button made is taken over by the block of its page, and nothing is changed',
    async () => {
      const page = await openFork('made-by-hand');
      await page.locator('dialog button[aria-disabled="false"]', { hasText: 'Create fork' }).click();
      await page.getByRole('link', { name: 'nobody holds it' }).click();
      const terraform = inFolder('taken', await copied(page, '[aria-label="Who holds it"]', 'HCL'));
      expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
      const { code, text } = terraform('apply', ...applied);
      // Its owner is new, and nothing else of it.
      expect([code, text]).toEqual([0, expect.stringMatching(/1 imported, 0 added, [01] changed, 0 destroyed/)]);
      expect(terraform('plan', '-no-color', '-input=false')).toMatchObject(unchanged);
      await page.reload();
      await page.getByText('What is changed here is changed back by its next apply').waitFor();
      expect(forkedAs('made-by-hand')).toContain('2026-11-18T09:00:00Z');
    },
  );
});
