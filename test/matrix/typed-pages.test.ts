import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whenTerraform } from '../acceptance/workshop';
import { Checkout } from '../pages/checkout';
import { pages } from '../pages/typed-lines';
import { typedBy } from '../pages/who-types';
import { repositoryRoot } from '../source-tree';

const here = 'test/matrix/typed-pages.test.ts';
const linesOf = (page: string): readonly string[] => typedBy(here, page).map(({ line }) => line);

const checkout = new Checkout();
afterAll(() => checkout.remove());

const expectEnd = (ran: { readonly code: number | null; readonly text: string }, code: number, says: RegExp): void =>
  expect([ran.code, ran.text]).toEqual([code, expect.stringMatching(says)]);

/** The line of a page that is shown to be read; a reader then exports what it prints. */
const exported = (line: string): string =>
  line === 'npx forkcast provider install' ? `eval "$(${line} | grep '^export')"` : line;

/** Examples that are to be refused. */
const refused: Readonly<Record<string, RegExp>> = {
  'clickhouse-fewer-nodes': /sizing\/too-few-nodes|nodes/,
  'published-sample-wrong-cloud': /Did you mean "aws-eu-central-1"/,
};

/** Those that are typed in their own folder. */
const inTheirFolder = ['provider', 'module', 'own-rules'];

const examples = pages.flatMap((page) => /^examples\/([\w-]+)\/README\.md$/.exec(page)?.[1] ?? []);

whenTerraform('the page of an example says what to type at the root', () => {
  const atTheRoot = examples.filter((name) => linesOf(`examples/${name}/README.md`).length > 0);

  test.each(atTheRoot.filter((name) => !inTheirFolder.includes(name)))('%s', (name) => {
    const ran = checkout.type(linesOf(`examples/${name}/README.md`));
    const says = refused[name];
    expectEnd(ran, says === undefined ? 0 : 1, says ?? /Apply complete!|\d+ changed/);
  });
});

whenTerraform('the page of an example says what to type in its folder', () => {
  test('provider', () => {
    const at = 'examples/provider';
    const lines = linesOf(`${at}/README.md`).map(exported);
    expectEnd(checkout.type(lines, { at, answers: 'yes\n' }), 0, /Apply complete! Resources: 1 added/);
  });

  test('module', () => {
    const at = 'examples/module';
    expectEnd(checkout.type(linesOf(`${at}/README.md`), { at }), 0, /Success! 3 passed, 0 failed/);
  });

  test('own-rules', () => {
    const at = 'examples/own-rules';
    // As npm installs what its package.json names.
    mkdirSync(join(checkout.folder, at, 'node_modules'));
    symlinkSync(repositoryRoot, join(checkout.folder, at, 'node_modules/forkcast'));
    expectEnd(checkout.type(linesOf(`${at}/README.md`), { at }), 1, /pass 1[^]*acme\/cloud-not-allowed/);
  });
});

const source = [
  'forkcast registry init --profile instant --clock frozen',
  'forkcast service create orders -t pg -p business-4 --cloud google-europe-west1',
  'forkcast registry advance 1d',
  `eval "$(forkcast provider install | grep '^export')"`,
];

const hcl = `
terraform {
  required_providers {
    forkcast = { source = "terraform.local/forkcast/forkcast" }
  }
}
provider "forkcast" {
  project = "demo"
}
resource "forkcast_service" "copy" {
  service_name = "copy"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
  user_config {
    service_to_fork_from = "orders"
  }
}
`;

/** A folder with a project in HCL, whose registry has the source. */
const ownProject = (): string => {
  const at = checkout.outside();
  writeFileSync(join(at, 'main.tf'), hcl);
  return at;
};

whenTerraform('a page says what to type', () => {
  test.each(['README.md', 'docs/real-accounts.md'])('%s: a plan is made JSON, and checked', (page) => {
    const at = ownProject();
    const lines = linesOf(page).filter((line) => !line.includes('npm'));
    expect(lines).toHaveLength(2);
    const plan = ['terraform init', 'terraform plan -out plan.out'];
    expectEnd(checkout.type([...source, ...plan, ...lines], { at }), 0, /ok: 0 errors/);
  });

  test('docs/provider-install.md: the provider is installed, and an app is deployed by it', () => {
    const lines = linesOf('docs/provider-install.md').filter((line) => /^npx/.test(line));
    const at = checkout.outside();
    const app = `node ${repositoryRoot}/dist/examples/source-and-fork-in-one-plan/main.js`;
    writeFileSync(join(at, 'cdktf.json'), JSON.stringify({ language: 'typescript', app }));
    const before = ['forkcast registry init --profile instant', 'export FORKCAST_BACKEND=provider'];
    expectEnd(checkout.type([...before, ...lines.map(exported)], { at }), 0, /Apply complete! Resources: 2 added/);
  });

  test('docs/provider-install.md: a fork is restored again under its own name', () => {
    const lines = linesOf('docs/provider-install.md').filter((line) => !/^npx/.test(line));
    expect(lines).toHaveLength(5);
    const at = ownProject();
    const made = ['terraform init', 'terraform apply -auto-approve', 'forkcast registry advance 1d'];
    const ran = checkout.type([...source, ...made, ...lines, 'forkcast service list'], { at });
    expectEnd(ran, 0, /Import successful![^]*copy +pg +RUNNING.* demo\/copy-aside$/m);
  });
});

describe('README: two commands', () => {
  // The first halves install anew what is here.
  test.each(['npm run demo', 'npm run demo:provider'])('%s', (line) => {
    const [program = '', ...words] = line.split(' ');
    const { status, stdout, stderr } = spawnSync(program, words, { cwd: repositoryRoot, encoding: 'utf8' });
    expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringMatching(/No changes|Apply complete/)]);
  });
});

const npm = (args: readonly string[], cwd: string) => spawnSync('npm', args, { cwd, encoding: 'utf8' });

/** A real install, which needs npm: without it these are skipped, visibly. */
const whenNpm = npm(['view', 'cdktn@0.24.0', 'version'], checkout.folder).status === 0 ? describe : describe.skip;

whenNpm('a page says what to install in an empty folder', () => {
  const packed = checkout.outside();

  beforeAll(() => {
    const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed];
    expect(npm(args, repositoryRoot)).toMatchObject({ status: 0 });
  });

  const installs = {
    'docs/toolkits.md': linesOf('docs/toolkits.md'),
    'README.md': typedBy('test/acceptance/own-project.acc.test.ts', 'README.md')
      .map(({ line }) => line)
      .filter((line) => /^npm (?:init|pkg|install) /.test(line)),
  };

  test.each(Object.entries(installs))('%s', (_page, lines) => {
    const at = checkout.outside();
    const ran = checkout.type(
      lines.map((line) => line.replace('/tmp/', `${packed}/`)),
      { at },
    );
    expectEnd(ran, 0, /added \d+ packages/);
    expect(ran.text).not.toContain('ERESOLVE');
    expectEnd(checkout.type(['node_modules/.bin/forkcast --version'], { at }), 0, /^\d+\.\d+\.\d+$/m);
  });
});
