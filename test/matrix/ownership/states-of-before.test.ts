import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mirrorNull } from '../../provider/null-provider/bundle';
import { repositoryRoot } from '../../source-tree';
import { whenTerraform } from '../../acceptance/workshop';

const root = repositoryRoot;

/** One construct, carried as the environment says. */
const app = `
const { App, TerraformStack } = require(${JSON.stringify(join(root, 'node_modules/cdktf'))});
const { Forkcast, Service } = require(${JSON.stringify(join(root, 'dist/index.js'))});
const app = new App();
const stack = new TerraformStack(app, 'reh');
new Forkcast(stack, 'forkcast', {
  project: 'demo', backend: process.env.BACKEND, facts: { read: () => undefined },
});
new Service(stack, 'fork', {
  serviceType: 'pg', serviceName: process.env.NAME, plan: 'business-4', cloudName: 'google-europe-west1',
});
app.synth();
`;

/** A folder with an app, a registry in which a service is made at once, and the real terraform. */
class Site {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-owner-'));
  readonly registry = `sqlite:${join(this.folder, 'registry.db')}`;
  private readonly env: NodeJS.ProcessEnv;

  constructor() {
    writeFileSync(join(this.folder, 'main.js'), app);
    this.env = { ...process.env, CHECKPOINT_DISABLE: '1', NO_COLOR: '1', FORKCAST_REGISTRY: this.registry };
    mirrorNull(join(this.folder, 'null-mirror'));
    this.forkcast('registry', 'init', '--profile', 'instant');
    const mirror = `  filesystem_mirror {\n    path = ${JSON.stringify(join(this.folder, 'null-mirror'))}\n  }\n`;
    writeFileSync(join(this.folder, 'terraform.rc'), `provider_installation {\n${mirror}}\n`);
    this.env['TF_CLI_CONFIG_FILE'] = join(this.folder, 'terraform.rc');
  }

  forkcast(...args: readonly string[]): string {
    return this.ran(process.execPath, [join(root, 'dist/bin/forkcast.js'), ...args], {}).text;
  }

  terraform(...args: readonly string[]): { readonly code: number | null; readonly text: string } {
    const cwd = join(this.folder, 'cdktf.out/stacks/reh');
    this.ran('terraform', ['init', '-input=false'], {}, cwd);
    return this.ran('terraform', [...args, '-no-color', '-input=false'], {}, cwd);
  }

  apply(backend: string, name = 'pg-fork'): { readonly code: number | null; readonly text: string } {
    this.synth(backend, name);
    return this.terraform('apply', '-auto-approve');
  }

  synth(backend: string, name: string): void {
    rmSync(join(this.folder, 'cdktf.out'), { recursive: true, force: true });
    // Without facts, so that Terraform is what refuses.
    this.ran(process.execPath, ['main.js'], { BACKEND: backend, NAME: name });
  }

  /** Applies what another version of Forkcast has synthesized, and writes a row. */
  applyKept(version: string, backend: string): void {
    const folder = join(this.folder, 'cdktf.out/stacks/reh');
    mkdirSync(folder, { recursive: true });
    const old = readFileSync(join(root, 'test/golden', version, `${backend}.tf.json`), 'utf8')
      .replaceAll('@ENTRY@', join(root, 'dist/bin/local-exec.js'))
      .replaceAll('@REGISTRY@', this.registry)
      .replaceAll('@STATE@', join(this.folder, 'terraform.reh.tfstate'));
    writeFileSync(join(folder, 'cdk.tf.json'), old);
    expect(this.terraform('apply', '-auto-approve')).toMatchObject({ code: 0 });
    this.forkcast('registry', 'write', 'pg-fork', 'defaultdb', 'mine', '1');
  }

  hasRow(): boolean {
    return this.forkcast('registry', 'read', 'pg-fork', '--key', 'mine').includes('mine');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ran(program: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd = this.folder) {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd,
      env: { ...this.env, ...env },
      encoding: 'utf8',
    });
    return { code: status, text: `${stdout}${stderr}` };
  }
}

const at = (site: Site, work: (site: Site) => void): void => {
  try {
    work(site);
  } finally {
    site.remove();
  }
};

const backends = ['terraform_data', 'null_resource'] as const;

const isTakenOver = (site: Site): void => {
  expect(site.hasRow()).toBe(true);
  expect(site.terraform('plan').text).toContain('No changes');
  const shown = site.forkcast('service', 'get', 'pg-fork', '--project', 'demo');
  expect(shown).toContain('reh/fork');
  expect(shown).toContain('use=rehearsal');
};

const isEndedByDestroy = (site: Site): void => {
  expect(site.terraform('destroy', '-auto-approve')).toMatchObject({ code: 0 });
  expect(site.forkcast('service', 'list', '--project', 'demo')).not.toMatch(/^pg-(fork|other)/m);
};

whenTerraform('a state of version 0.1.0', () => {
  test.each(backends)('of %s moves over without ending or making anything', (backend) =>
    at(new Site(), (site) => {
      site.applyKept('local-exec-0.1.0', backend);
      expect(site.apply(backend)).toMatchObject({ code: 0 });
      isTakenOver(site);
      isEndedByDestroy(site);
    }),
  );
});

whenTerraform('a state of an identity and a run', () => {
  test.each(backends)(
    'of %s moves over without ending or making anything, and keeps its name from then on',
    (backend) =>
      at(new Site(), (site) => {
        site.applyKept('local-exec-two-resources', backend);
        const renamed = site.apply(backend, 'pg-other');
        expect(renamed.code).toBe(1);
        expect(renamed.text.replace(/\s+/g, ' ')).toContain('demo/pg-fork is live under this declaration');
        expect(site.hasRow()).toBe(true);
        expect(site.apply(backend)).toMatchObject({ code: 0 });
        isTakenOver(site);
        site.synth(backend, 'pg-other');
        expect(site.terraform('plan').text.replace(/\s+/g, ' ')).toContain(
          'was applied as demo/pg-fork; the configuration now',
        );
        isEndedByDestroy(site);
      }),
  );

  test.each(backends)('of %s, whose name changes while it moves over, ends what it made', (backend) =>
    at(new Site(), (site) => {
      site.applyKept('local-exec-two-resources', backend);
      expect(site.apply(backend, 'pg-other').code).toBe(1);
      isEndedByDestroy(site);
    }),
  );
});
