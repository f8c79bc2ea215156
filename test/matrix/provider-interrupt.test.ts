import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { terraformIn, withProvider } from '../acceptance/provider-twin';
import { engine, Workshop, whenTerraform } from '../acceptance/workshop';
import { ended, startServer } from './served-kill';

type Env = Readonly<Record<string, string>>;

const [startsWithinMs, stopsWithinMs, pollMs] = [60_000, 20_000, 25];

const orders = `
resource "forkcast_service" "orders" {
  service_name = "orders"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
}
`;

const fork = `
resource "forkcast_service" "copy" {
  service_name = "copy"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
  user_config {
    service_to_fork_from = forkcast_service.orders.service_name
  }
}
`;

/** A folder with an empty registry in which a service takes minutes to run, and this configuration. */
const slowly = (resources: string): { readonly workshop: Workshop; readonly env: Env } => {
  const workshop = new Workshop('cross-region-fork');
  const env = withProvider(workshop);
  expect(workshop.forkcast('registry', 'init', '--force', '--profile', 'realistic')).toMatchObject({ code: 0 });
  const source = 'forkcast = {\n      source = "terraform.local/forkcast/forkcast"\n    }';
  const head = `terraform {\n  required_providers {\n    ${source}\n  }\n}\n\nprovider "forkcast" {\n  project = "demo"\n}\n`;
  writeFileSync(join(workshop.folder, 'main.tf'), `${head}${resources}`);
  expect(terraformIn(workshop.folder, env, 'init', '-input=false')).toMatchObject({ code: 0 });
  return { workshop, env };
};

/** An apply in a process group of its own, as a terminal runs it. */
const startApply = (folder: string, env: Env) => {
  const logFile = join(mkdtempSync(join(folder, 'log-')), 'terraform.log');
  const child = spawn(engine, ['apply', '-auto-approve', '-input=false', '-no-color'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, TF_LOG: 'debug', TF_LOG_PATH: logFile },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const group = -(child.pid ?? Number.NaN);
  const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  return {
    /** Waits until the provider has said this in the log. */
    says: async (line: string): Promise<void> => {
      const until = Date.now() + startsWithinMs;
      while (!log().includes(line)) {
        if (child.exitCode !== null || Date.now() > until) {
          if (child.exitCode === null) process.kill(group, 'SIGKILL');
          throw new Error(`the provider never said: ${line}\n${text}`);
        }
        await pause(pollMs);
      }
    },
    /** Presses Ctrl-C once: terraform and the provider get it. Terraform and every provider that it started are gone then. */
    interrupt: async () => {
      process.kill(group, 'SIGINT');
      const watchdog = setTimeout(() => process.kill(group, 'SIGKILL'), stopsWithinMs);
      const code = await closed;
      clearTimeout(watchdog);
      if (code === null) throw new Error(`terraform did not end by itself:\n${text}`);
      const providers = [...log().matchAll(/plugin started: path=\S*forkcast\S* pid=(\d+)/g)].map(([, pid]) =>
        Number(pid),
      );
      expect(providers).not.toEqual([]);
      expect([...providers, group].filter(isAlive)).toEqual([]);
      return { code, told: [...new Set(text.match(/^(Warning|Error): .*$/gm))].sort(), text };
    },
  };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The resources in the state: whether each is ready, or tainted. */
const stateOf = (folder: string, env: Env): Readonly<Record<string, string>> => {
  const shown = JSON.parse(terraformIn(folder, env, 'show', '-json').text) as {
    values?: { root_module: { resources?: { address: string; tainted?: boolean; values: { ready: boolean } }[] } };
  };
  const resources = shown.values?.root_module.resources ?? [];
  return Object.fromEntries(
    resources.map(({ address, tainted, values: { ready } }) => [
      address,
      tainted ? 'tainted' : ready ? 'ready' : 'not ready',
    ]),
  );
};

/** What is live in the registry, in the order of the names. */
const liveIn = (workshop: Workshop, env: Env): readonly string[] => {
  const registry = env['FORKCAST_REGISTRY'];
  const at = registry === undefined ? [] : ['--registry', registry];
  const { text } = workshop.forkcast('service', 'list', '--project', 'demo', '--format', 'json', ...at);
  const { services } = JSON.parse(text) as { services: readonly { service_name: string; state: string }[] };
  return services.map(({ service_name: name, state }) => `${name} ${state}`).sort();
};

const finishes = ({ folder }: Workshop, env: Env): void => {
  expect(terraformIn(folder, env, 'apply', '-auto-approve', '-input=false', '-no-color')).toMatchObject({ code: 0 });
  expect(terraformIn(folder, env, 'plan', '-detailed-exitcode', '-input=false')).toMatchObject({ code: 0 });
};

const isKeptTwice = async (workshop: Workshop, env: Env): Promise<void> => {
  const { folder } = workshop;
  for (const doing of ['Creating...', 'Modifying...']) {
    const apply = startApply(folder, env);
    await apply.says('demo/orders: waiting until it runs');
    const { code, told, text } = await apply.interrupt();
    expect(code).toBe(1);
    expect(text).toContain(`forkcast_service.orders: ${doing}`);
    expect(text).toContain('FC_WAIT_CANCELLED');
    expect(told).toEqual(['Error: execution halted', 'Warning: demo/orders is not ready yet']);
    expect(stateOf(folder, env)).toEqual({ 'forkcast_service.orders': 'not ready' });
    expect(liveIn(workshop, env)).toEqual(['orders REBUILDING']);
  }
};

whenTerraform('an apply that is stopped with Ctrl-C', () => {
  test('while a service is built keeps it, also the second time, and the apply after its time finishes it', async () => {
    const { workshop, env } = slowly(orders);
    try {
      await isKeptTwice(workshop, env);
      expect(workshop.forkcast('registry', 'advance', '10m')).toMatchObject({ code: 0 });
      finishes(workshop, env);
      expect(stateOf(workshop.folder, env)).toEqual({ 'forkcast_service.orders': 'ready' });
      expect(liveIn(workshop, env)).toEqual(['orders RUNNING']);
    } finally {
      workshop.remove();
    }
  });

  test('keeps what a served registry made, too', async () => {
    const { workshop, env } = slowly(orders);
    const { child, url } = await startServer(workshop.folder);
    try {
      const served = { ...env, FORKCAST_REGISTRY: url };
      await isKeptTwice(workshop, served);
      expect(workshop.forkcast('registry', 'advance', '10m', '--registry', url)).toMatchObject({ code: 0 });
      finishes(workshop, served);
      expect(liveIn(workshop, served)).toEqual(['orders RUNNING']);
    } finally {
      child.kill('SIGTERM');
      await ended(child);
      workshop.remove();
    }
  });

  test('while a fork waits for the first backup of its source makes no fork, and the next apply makes it', async () => {
    const { workshop, env } = slowly(`${orders}${fork}`);
    try {
      const apply = startApply(workshop.folder, env);
      await apply.says('demo/orders: waiting until it runs');
      expect(workshop.forkcast('registry', 'advance', '5m')).toMatchObject({ code: 0 });
      await apply.says('demo/orders: waiting for its first backup');
      const { code, told } = await apply.interrupt();
      expect(code).toBe(1);
      const noBackup = 'Warning: Source has no backup yet';
      expect(told).toEqual(['Error: Cannot create demo/copy', 'Error: execution halted', noBackup]);
      expect(stateOf(workshop.folder, env)).toEqual({ 'forkcast_service.orders': 'ready' });
      expect(liveIn(workshop, env)).toEqual(['orders RUNNING']);
      expect(workshop.forkcast('registry', 'clock', 'factor', '600')).toMatchObject({ code: 0 });
      finishes(workshop, env);
      expect(liveIn(workshop, env)).toEqual(['copy RUNNING', 'orders RUNNING']);
    } finally {
      workshop.remove();
    }
  });
});
