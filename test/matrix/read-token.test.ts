import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';
import { ended, startServer, type ServerProcess } from './served-kill';

jest.setTimeout(600_000);

const secret = 'correct-horse-battery';

const configuration = (plan: string): string => `terraform {
  required_providers {
    forkcast = {
      source = "terraform.local/forkcast/forkcast"
    }
  }
}
provider "forkcast" {}

resource "forkcast_service" "drawn" {
  service_name = "drawn"
  service_type = "pg"
  plan         = "${plan}"
}

resource "forkcast_service" "asked" {
  service_name = "asked"
  service_type = "pg"
  plan         = "business-4"
  secrets      = { admin_password = "ASKED_PASSWORD" }
}

resource "forkcast_service_user" "reporter" {
  service_name = forkcast_service.drawn.service_name
  username     = "reporter"
}
`;

whenTerraform('a provider whose token only reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-read-token-'));
  let server: ServerProcess;
  let [admin, reader, stranger] = ['', '', ''];
  const environment = (token: string) => ({
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    NO_COLOR: '1',
    FORKCAST_PROJECT: 'demo',
    FORKCAST_REGISTRY: server.url,
    FORKCAST_TOKEN: token,
    ASKED_PASSWORD: secret,
    TF_CLI_CONFIG_FILE: join(folder, '.forkcast/provider/terraform.rc'),
  });
  const run = (program: string, words: readonly string[], env: NodeJS.ProcessEnv) => {
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, env, encoding: 'utf8' });
    return { code: status, text: `${stdout}${stderr}` };
  };
  const forkcast = (line: string, env: NodeJS.ProcessEnv = { ...process.env, FORKCAST_REGISTRY: '' }) =>
    run(process.execPath, [join(repositoryRoot, 'dist/bin/forkcast.js'), ...line.split(' ')], env);
  const terraform = (line: string, token: string) =>
    run('terraform', [...line.split(' '), '-input=false', '-no-color'], environment(token));
  /** What the state holds of its services and users. */
  const held = (): unknown => {
    const state = JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8')) as {
      resources: readonly { name: string; instances: readonly { attributes: object }[] }[];
    };
    return state.resources.map(({ name, instances }) => [name, instances.map(({ attributes }) => attributes)]);
  };
  const passwords = (): readonly string[] => [secret, ...(JSON.stringify(held()).match(/AVNS_\w+/g) ?? [])];

  beforeAll(async () => {
    expect(forkcast('registry init --profile instant')).toMatchObject({ code: 0 });
    const tokenOf = (words: string) => forkcast(`registry token create${words}`).text.split('\n')[0] ?? '';
    [admin, reader, stranger] = [tokenOf(''), tokenOf(' --access read'), tokenOf(' --access write --reach other')];
    server = await startServer(folder);
    expect(forkcast('provider install')).toMatchObject({ code: 0 });
    writeFileSync(join(folder, 'main.tf'), configuration('business-4'));
    expect(terraform('init', admin)).toMatchObject({ code: 0 });
    const applied = terraform('apply -auto-approve', admin);
    expect([applied.code, applied.text]).toEqual([0, expect.stringContaining('3 added')]);
  });
  afterAll(async () => {
    server.child.kill('SIGKILL');
    await ended(server.child);
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps what its state held: no change is planned, and a refresh leaves the state as it was', () => {
    const before = held();
    expect(passwords().length).toBeGreaterThan(1);
    const planned = terraform('plan -detailed-exitcode', reader);
    expect([planned.code, planned.text]).toEqual([0, expect.stringContaining('No changes.')]);
    const refreshed = terraform('apply -refresh-only -auto-approve', reader);
    expect([refreshed.code, refreshed.text]).toEqual([0, expect.stringContaining('No changes.')]);
    expect(held()).toEqual(before);
    for (const password of passwords()) expect(planned.text + refreshed.text).not.toContain(password);
  });

  test('is refused a change by name, with what it would need, and the state stays as it was', () => {
    const before = held();
    writeFileSync(join(folder, 'main.tf'), configuration('business-8'));
    const { code, text } = terraform('apply -auto-approve', reader);
    writeFileSync(join(folder, 'main.tf'), configuration('business-4'));
    const words = text.replaceAll(/\s*[│╷╵]?\s+/g, ' ');
    expect([code, words]).toEqual([1, expect.stringMatching(/drawn.*allows read.*needs write/)]);
    expect(words).not.toMatch(/bug/i);
    for (const password of passwords()) expect(text).not.toContain(password);
    expect(held()).toEqual(before);
    expect(terraform('plan -detailed-exitcode', admin).code).toBe(0);
  });

  test('a token that the registry does not know is an error of the plan', () => {
    const { code, text } = terraform('plan', 'wrong');
    expect([code, text]).toEqual([1, expect.stringMatching(/token/i)]);
    expect(text).not.toContain('No changes.');
  });

  test('a token of another project is told which project it may not see', () => {
    const { code, text } = terraform('plan', stranger);
    expect([code, text.replaceAll(/\s*[│╷╵]?\s+/g, ' ')]).toEqual([1, expect.stringMatching(/project .?demo/)]);
  });
});
