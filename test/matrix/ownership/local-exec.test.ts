import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mirrorStandIn } from '../../provider/null-provider/bundle';
import { repositoryRoot } from '../../source-tree';
import { whenTerraform } from '../../acceptance/workshop';

const root = repositoryRoot;
const identity = 'terraform_data.fork_identity_96971611';
const run = 'terraform_data.fork_run_095150A3';

/** One construct, declared as the environment says; `ID` empty: taken out. */
const app = `
const { App, TerraformStack } = require(${JSON.stringify(join(root, 'node_modules/cdktf'))});
const { Forkcast, Service } = require(${JSON.stringify(join(root, 'dist/index.js'))});
const { STACK = 'reh', BACKEND, ID, PLAN = 'business-4', FROM, IMPORT } = process.env;
const app = new App();
const stack = new TerraformStack(app, STACK);
new Forkcast(stack, 'forkcast', { project: 'demo', backend: BACKEND || 'terraform_data' });
if (ID !== '') {
  const service = new Service(stack, ID || 'fork', {
    serviceType: 'pg', serviceName: 'pg-fork', plan: PLAN, cloudName: 'google-europe-west1',
    ...(FROM ? { movedFrom: JSON.parse(FROM) } : {}),
  });
  if (IMPORT) service.node.defaultChild.importFrom('demo/pg-fork');
}
app.synth();
`;

type Declared = Readonly<Record<string, string>>;

/** A folder with an app, a registry in which a service is made at once, and the real terraform. */
class Site {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-owner-'));
  readonly registry = `sqlite:${join(this.folder, 'registry.db')}`;
  private readonly env: NodeJS.ProcessEnv;

  constructor() {
    writeFileSync(join(this.folder, 'main.js'), app);
    this.env = { ...process.env, CHECKPOINT_DISABLE: '1', NO_COLOR: '1', FORKCAST_REGISTRY: this.registry };
    mirrorStandIn(join(this.folder, 'null-mirror'));
    this.forkcast('registry', 'init', '--profile', 'instant');
    this.forkcast('provider', 'install', '--dir', join(this.folder, 'provider'));
    const mirrors = ['null-mirror', 'provider/mirror'].map(
      (name) => `  filesystem_mirror {\n    path = ${JSON.stringify(join(this.folder, name))}\n  }\n`,
    );
    writeFileSync(join(this.folder, 'terraform.rc'), `provider_installation {\n${mirrors.join('')}}\n`);
    this.env['TF_CLI_CONFIG_FILE'] = join(this.folder, 'terraform.rc');
  }

  forkcast(...args: readonly string[]): string {
    return this.ran(process.execPath, [join(root, 'dist/bin/forkcast.js'), ...args], {}).text;
  }

  synth(declared: Declared = {}): string {
    return this.ran(process.execPath, ['main.js'], declared).text;
  }

  terraform(args: readonly string[], stack = 'reh'): { readonly code: number | null; readonly text: string } {
    const cwd = join(this.folder, 'cdktf.out/stacks', stack);
    this.ran('terraform', ['init', '-input=false'], {}, cwd);
    const isRun = args[0] !== 'taint' && args[0] !== 'workspace';
    return this.ran('terraform', isRun ? [...args, '-no-color', '-input=false'] : args, {}, cwd);
  }

  apply(declared: Declared = {}, ...more: readonly string[]): { readonly code: number | null; readonly text: string } {
    this.synth(declared);
    return this.terraform(['apply', '-auto-approve', ...more], declared['STACK']);
  }

  /** The service made, and a row in it. */
  made(declared: Declared = {}): void {
    expect(this.apply(declared)).toMatchObject({ code: 0 });
    this.forkcast('registry', 'write', 'pg-fork', 'defaultdb', 'mine', '1');
  }

  hasRow(): boolean {
    return this.forkcast('registry', 'read', 'pg-fork', '--key', 'mine').includes('mine');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ran(program: string, args: readonly string[], env: Declared, cwd = this.folder) {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd,
      env: { ...this.env, ...env },
      encoding: 'utf8',
    });
    return { code: status, text: `${stdout}${stderr}` };
  }
}

const adoptLine = /forkcast service adopt demo\/pg-fork\s+--from\s+(\S+)\s+--owner\s+(\S+?)\.?\s/;
const at = (site: Site, work: (site: Site) => void): void => {
  try {
    work(site);
  } finally {
    site.remove();
  }
};

whenTerraform('a service that commands make, and its row', () => {
  test('is updated in place, and stays through -replace and taint of its run', () =>
    at(new Site(), (site) => {
      site.made();
      expect(site.apply({ PLAN: 'business-8' }).text).toContain('1 added, 1 changed, 1 destroyed');
      expect(site.apply({ PLAN: 'business-8' }, `-replace=${run}`)).toMatchObject({ code: 0 });
      site.terraform(['taint', run]);
      expect(site.apply({ PLAN: 'business-8' })).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
    }));

  test('stays when its identity is tainted: refused, and mended by the line that is printed', () =>
    at(new Site(), (site) => {
      site.made();
      site.terraform(['taint', identity]);
      const refused = site.apply();
      expect(refused.code).toBe(1);
      const [, from = '', owner = ''] = adoptLine.exec(refused.text.replace(/\n/g, ' ')) ?? [];
      site.forkcast('service', 'adopt', 'demo/pg-fork', '--from', from, '--owner', owner);
      expect(site.apply()).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
    }));

  test('is ended and made again by -replace of its identity, as the plan says', () =>
    at(new Site(), (site) => {
      site.made();
      expect(site.apply({}, `-replace=${identity}`)).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(false);
      expect(site.forkcast('service', 'list', '--project', 'demo')).toContain('pg-fork');
    }));

  test('stays when its construct is renamed: with movedFrom at once, without it after a refusal', () =>
    at(new Site(), (site) => {
      site.made();
      expect(site.apply({ ID: 'copy', FROM: '"fork"' })).toMatchObject({ code: 0 });
      expect(site.apply({ ID: 'fork' })).toMatchObject({ code: 1 });
      expect(site.hasRow()).toBe(true);
      expect(site.apply({ ID: 'fork', FROM: '"copy"' })).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
    }));

  test('goes along to another stack, and is left alone by the one that it was in', () =>
    at(new Site(), (site) => {
      site.made({ STACK: 'one' });
      expect(site.apply({ STACK: 'two' })).toMatchObject({ code: 1 });
      expect(site.apply({ STACK: 'two', FROM: '{"stack":"one","path":"fork"}' })).toMatchObject({ code: 0 });
      const left = site.apply({ STACK: 'one', ID: 'fork' });
      expect(left.text).toContain('No changes');
      expect(site.terraform(['destroy', '-auto-approve'], 'one').text).toContain("left as it is: it is another's");
      expect(site.hasRow()).toBe(true);
    }));

  test('is refused to a second workspace, which ends nothing when it is destroyed', () =>
    at(new Site(), (site) => {
      site.made();
      site.terraform(['workspace', 'new', 'two']);
      expect(site.apply()).toMatchObject({ code: 1 });
      expect(site.terraform(['destroy', '-auto-approve'])).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
    }));

  test('stays when its construct is taken out, and is made again after it was ended by hand', () =>
    at(new Site(), (site) => {
      site.made();
      site.forkcast('service', 'terminate', 'pg-fork', '--project', 'demo', '--force');
      expect(site.apply().text).toContain('No changes');
      expect(site.apply({}, `-replace=${identity}`)).toMatchObject({ code: 0 });
      expect(site.apply({ ID: '' })).toMatchObject({ code: 0 });
      expect(site.forkcast('service', 'list', '--project', 'demo')).toContain('pg-fork');
    }));

  test('goes to the other backend and back: refused unless declared, by import and by movedFrom', () =>
    at(new Site(), (site) => {
      site.made();
      expect(site.synth({ BACKEND: 'provider' })).toContain('lifecycle/made-by-other-backend');
      expect(site.apply({ BACKEND: 'provider', IMPORT: '1' })).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
      expect(site.synth()).toContain('lifecycle/made-by-other-backend');
      expect(site.apply({ FROM: '"fork"' })).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
      expect(site.apply({ BACKEND: 'provider', FROM: '"fork"' })).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
    }));
});

whenTerraform('a state of version 0.1.0', () => {
  test.each(['terraform_data', 'null_resource'])('of %s moves over without ending or making anything', (backend) =>
    at(new Site(), (site) => {
      const folder = join(site.folder, 'cdktf.out/stacks/reh');
      mkdirSync(folder, { recursive: true });
      const old = readFileSync(join(root, 'test/golden/local-exec-0.1.0', `${backend}.tf.json`), 'utf8')
        .replaceAll('@ENTRY@', join(root, 'dist/bin/local-exec.js'))
        .replaceAll('@REGISTRY@', site.registry)
        .replaceAll('@STATE@', join(site.folder, 'terraform.reh.tfstate'));
      writeFileSync(join(folder, 'cdk.tf.json'), old);
      expect(site.terraform(['apply', '-auto-approve'])).toMatchObject({ code: 0 });
      site.forkcast('registry', 'write', 'pg-fork', 'defaultdb', 'mine', '1');
      expect(site.apply({ BACKEND: backend })).toMatchObject({ code: 0 });
      expect(site.hasRow()).toBe(true);
      expect(site.terraform(['plan']).text).toContain('No changes');
      expect(site.forkcast('service', 'get', 'pg-fork', '--project', 'demo')).toContain('reh/fork');
      expect(site.terraform(['destroy', '-auto-approve'])).toMatchObject({ code: 0 });
      expect(site.forkcast('service', 'list', '--project', 'demo')).not.toMatch(/^pg-fork/m);
    }),
  );
});
