import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

/** The commands of the pipeline, by the name of their step. */
const steps = new Map(
  readFileSync(join(repositoryRoot, 'examples/ci/scheduled.yml'), 'utf8')
    .split(/^ {6}- /m)
    .map((step) => {
      const [, name = ''] = /^name: (.+)$/m.exec(step) ?? [];
      const [, line = '', block = ''] = /^ +run: (.*)\n?([\s\S]*)/m.exec(step) ?? [];
      return [name, line === '|' ? block : line] as const;
    }),
);

const folder = mkdtempSync(join(tmpdir(), 'scheduled-'));
/** Requests, as the log of the server has them. */
const seen: string[] = [];
let server: ChildProcess | undefined;
let url = '';

const app = `
const { App, TerraformStack } = require('cdktf');
const { Forkcast, Service } = require('${join(repositoryRoot, 'dist')}');
const app = new App();
const stack = new TerraformStack(app, 'live');
new Forkcast(stack, 'forkcast', { project: 'demo' });
new Service(stack, 'fork', {
  serviceName: 'orders-fork', serviceType: 'pg', plan: process.env.PLAN ?? 'startup-4', cloudName: 'google-europe-west1',
  userConfig: { serviceToForkFrom: 'orders', recoveryTargetTime: new Date(Date.now() - 86400000).toISOString() },
});
app.synth();`;

const world = JSON.stringify({
  formatVersion: 1,
  seed: 'scheduled',
  profile: 'instant',
  organizations: ['demo-org'],
  projects: [{ name: 'demo', organization: 'demo-org', defaultCloud: 'google-europe-west1' }],
  services: [
    {
      service: 'demo/orders',
      type: 'pg',
      plan: 'startup-4',
      cloud: 'google-europe-west1',
      createdAt: '-3d',
      dataSizeMb: 100,
    },
  ],
});

/** A registry that is not told from the vendor's, on the clock of this machine. */
const serve = (registry: string): Promise<string> =>
  new Promise((resolve) => {
    const words = ['registry', 'serve', '--strict-vendor', '--listen', '127.0.0.1:0', '--registry', registry];
    const child = spawn(process.execPath, [join(repositoryRoot, 'dist/bin/forkcast.js'), ...words]);
    server = child;
    child.stderr.on('data', (part: Buffer) => {
      for (const [, method, path] of part.toString().matchAll(/"method":"([A-Z]+)","path":"([^"]+)"/g))
        seen.push(`${method} ${path}`);
    });
    child.stdout.once('data', (line: Buffer) => resolve(/http:\/\/\S+/.exec(line.toString())?.[0] ?? ''));
  });

beforeAll(async () => {
  writeFileSync(join(folder, 'app.js'), app);
  const project = {
    language: 'typescript',
    app: `${process.execPath} app.js`,
    sendCrashReports: 'false',
    projectId: 'x',
  };
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ ...project, terraformProviders: [], context: {} }));
  const shim = (name: string, program: string, words: string): void => {
    const text = `#!/bin/bash\nexec "${process.execPath}" "${join(repositoryRoot, program)}" ${words}\n`;
    writeFileSync(join(folder, name), text, { mode: 0o755 });
  };
  shim('forkcast', 'dist/bin/forkcast.js', '"$@"');
  writeFileSync(join(folder, 'world.json'), world);
  shim('npx', 'node_modules/cdktf-cli/bundle/bin/cdktf', '"${@:2}"');
  const registry = `sqlite:${join(folder, 'registry.db')}`;
  const init = await run(`forkcast registry init --world world.json --clock real --registry ${registry}`);
  expect(init).toMatchObject({ code: 0 });
  url = await serve(registry);
});
afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

/** As a runner of the pipeline does: bash that stops at the first command which fails. */
const run = (script: string, env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ readonly code: number | null; readonly text: string }>((resolve) => {
    const path = `${folder}:${process.env['PATH']}`;
    const child = spawn('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: folder,
      env: {
        ...process.env,
        PATH: path,
        NODE_PATH: join(repositoryRoot, 'node_modules'),
        XDG_CACHE_HOME: join(folder, 'cache'),
        FORKCAST_TOKEN: 'T',
        ...env,
      },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
    child.on('close', (code) => resolve({ code, text }));
  });

test('the commands of the scheduled pipeline say what works tomorrow, what expires, and whether we could come back', async () => {
  const step = (name: string): string => {
    const text = steps.get(name);
    if (text === undefined) throw new RangeError(`no step ${name} among ${[...steps.keys()].join(', ')}`);
    return text.replace('https://api.aiven.io', url);
  };
  const facts = { FORKCAST_REGISTRY: 'facts:facts.json' };
  expect(await run(step('Read the account once, by GET alone'))).toMatchObject({ code: 0 });
  expect(await run(step('Will they still work?'), facts)).toMatchObject({ code: 0 });
  const expiring = await run(step('Which answers expire this week?'));
  expect(expiring).toMatchObject({ code: 1, text: expect.stringContaining('"address": "live/fork"') });
  expect(await run(step('Could we come back?'))).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'recover.xml'), 'utf8')).toContain('demo/orders');
  // The first step reads, and no other; what the server logs of it may come late.
  expect([...seen].sort()).toEqual([
    'GET /v1/forkcast/snapshot',
    'GET /v1/project',
    'GET /v1/project/demo/clouds',
    'GET /v1/project/demo/service',
    'GET /v1/project/demo/service/orders/backups',
  ]);
});

test('a synth judges by the account itself, by GET alone', async () => {
  seen.length = 0;
  const env = { FORKCAST_REGISTRY: url, XDG_CACHE_HOME: join(folder, 'empty') };
  const synth = `"${process.execPath}" app.js`;
  expect(await run(synth, env)).toMatchObject({ code: 0 });
  const refused = await run(synth, { ...env, PLAN: 'buisness-4' });
  expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('sizing/plan-unknown')]);
  expect(seen.filter((line) => line.endsWith('/orders/backups')).length).toBeGreaterThan(0);
  expect(seen.filter((line) => !line.startsWith('GET '))).toEqual([]);
});
