import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import ts from 'typescript';
import { repositoryRoot } from '../source-tree';
import { terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform, Workshop } from './workshop';

const provider = (project: string): string => `
terraform {
  required_providers {
    forkcast = {
      source = "terraform.local/forkcast/forkcast"
    }
  }
}

provider "forkcast" {
  project = "${project}"
}

`;

/** What a command prints. */
const printed = (workshop: Workshop, ...words: readonly string[]): string => {
  const { code, text } = workshop.forkcast(...words);
  expect({ code, text }).toMatchObject({ code: 0 });
  return text.trimEnd();
};

const preview = [
  ...['service', 'fork-preview', 'source-pg', '--project', 'demo', '--name', 'copy', '--latest-transaction'],
  ...['--cloud', 'aws-eu-central-1', '--tag', "team=o'hara ${x}", '-c', 'backup_hour=3', '-c', 'pg.work_mem=8'],
];

const options = {
  strict: true,
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  types: [],
};

/** The texts of types that were read for one app are those of the other: nobody changes them meanwhile. */
const parsed = new Map<string, ts.SourceFile | undefined>();
const plainHost = ts.createCompilerHost(options);
const host: ts.CompilerHost = {
  ...plainHost,
  getSourceFile: (name, ...rest) => {
    if (!name.endsWith('.d.ts')) return plainHost.getSourceFile(name, ...rest);
    if (!parsed.has(name)) parsed.set(name, plainHost.getSourceFile(name, ...rest));
    return parsed.get(name);
  },
};

/** An app with one construct, compiled as somebody's own is. */
const writeApp = ({ folder }: Workshop, construct: string, settings = "{ project: 'demo' }"): string => {
  const main = join(folder, 'main.ts');
  writeFileSync(
    main,
    [
      "import { App, TerraformResource, TerraformStack } from 'cdktf';",
      "import { Forkcast, Service } from 'forkcast';",
      'const app = new App();',
      "const stack = new TerraformStack(app, 'demo');",
      `new Forkcast(stack, 'forkcast', ${settings});`,
      construct,
      'app.synth();',
    ].join('\n'),
  );
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const name of ['cdktf', 'constructs'])
    symlinkSync(join(repositoryRoot, 'node_modules', name), join(folder, 'node_modules', name));
  symlinkSync(repositoryRoot, join(folder, 'node_modules/forkcast'));
  const program = ts.createProgram([main], options, host);
  const faults = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  return main.replace(/ts$/, 'js');
};

whenTerraform('a service as code', () => {
  test('the resource is formatted, valid, and makes the fork', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = withProvider(workshop);
      const file = join(workshop.folder, 'main.tf');
      writeFileSync(file, `${provider('demo').trimStart()}${printed(workshop, ...preview, '--as', 'hcl')}\n`);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      expect(terraform('fmt', '-check', '-diff')).toEqual({ code: 0, text: '' });
      expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
      expect(terraform('validate', '-no-color').text).toContain('The configuration is valid');
      expect(terraform('apply', '-auto-approve', '-no-color', '-input=false')).toMatchObject({ code: 0 });
      expect(workshop.services()).toMatch(/^copy .* RUNNING .* demo\/source-pg$/m);
      expect(printed(workshop, 'service', 'get', 'copy', '--project', 'demo', '--format', 'json')).toContain(
        "o'hara ${x}",
      );
      expect(terraform('plan', '-no-color', '-input=false', '-detailed-exitcode')).toMatchObject({ code: 0 });
    });
  });

  test('what is nobody’s is imported as it is', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = withProvider(workshop);
      const line = printed(workshop, ...preview, '--as', 'cli').replace(/^forkcast/, process.execPath);
      const made = spawnSync(
        'sh',
        ['-c', line.replace(' service', ` ${join(repositoryRoot, 'dist/bin/forkcast.js')} service`)],
        {
          cwd: workshop.folder,
          encoding: 'utf8',
        },
      );
      expect(made).toMatchObject({ status: 0 });
      const code = printed(workshop, 'service', 'takeover', 'copy', '--project', 'demo');
      writeFileSync(join(workshop.folder, 'main.tf'), `${provider('demo').trimStart()}${code}\n`);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      expect(terraform('fmt', '-check', '-diff')).toEqual({ code: 0, text: '' });
      expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
      const { code: ended, text } = terraform('apply', '-auto-approve', '-no-color', '-input=false');
      const imported = [0, expect.stringMatching(/1 imported, 0 added, [01] changed, 0 destroyed/)];
      expect([ended, text]).toEqual(imported);
      expect(terraform('plan', '-no-color', '-input=false', '-detailed-exitcode')).toMatchObject({ code: 0 });

      // Once more as a construct, with the backend that imports.
      printed(workshop, 'service', 'release', 'copy', '--project', 'demo', '--force');
      const words = ['service', 'takeover', 'copy', '--project', 'demo', '--as', 'typescript'];
      const app = writeApp(workshop, printed(workshop, ...words), "{ project: 'demo', backend: 'provider' }");
      const synth = spawnSync(process.execPath, [app], { cwd: workshop.folder, env, encoding: 'utf8' });
      expect([synth.status, synth.stderr]).toEqual([0, '']);
      const stack = join(workshop.folder, 'cdktf.out/stacks/demo');
      const inStack = (...rest: readonly string[]) => terraformIn(stack, env, ...rest);
      expect(inStack('init', '-input=false')).toMatchObject({ code: 0 });
      const again = inStack('apply', '-auto-approve', '-no-color', '-input=false');
      expect([again.code, again.text]).toEqual(imported);
    });
  });

  test('the construct compiles, is synthesized, and takes over what is nobody’s', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      printed(
        workshop,
        'service',
        'create',
        'copy',
        '--project',
        'demo',
        '-t',
        'pg',
        '-p',
        'business-4',
        '--service-to-fork-from',
        'source-pg',
      );
      workshop.app = writeApp(
        workshop,
        printed(workshop, 'service', 'takeover', 'copy', '--project', 'demo', '--as', 'typescript'),
      );
      const refused = workshop.terraform('apply');
      expect([refused.code === 0, refused.text]).toEqual([false, expect.stringContaining('service adopt')]);
      printed(workshop, 'service', 'adopt', '--state', 'terraform.demo.tfstate', '--force');
      const deployed = workshop.terraform('apply');
      expect(deployed).toMatchObject({ code: 0 });
      expect(printed(workshop, 'service', 'get', 'copy', '--project', 'demo')).toContain('demo/copy');
    });
  });

  test('what recover prints brings the service back, in each language', async () => {
    const workshop = new Workshop('cross-region-fork');
    try {
      const env = withProvider(workshop);
      const page = printed(workshop, 'recover', '--lose', 'service', '--format', 'markdown');
      const blocks = [...page.matchAll(/^```(\w+)\n([^]*?)\n```$/gm)].map(([, language = '', code = '']) => ({
        language,
        code,
      }));
      expect(blocks.map(({ language }) => language)).toEqual(['typescript', 'hcl', 'sh', 'sh']);
      const [construct, resource, command, request] = blocks.map(({ code }) => code);
      const isBack = (): void => {
        expect(workshop.services()).toMatch(/^source-pg-recovered .* RUNNING .* demo\/source-pg$/m);
        expect(printed(workshop, 'registry', 'read', 'source-pg-recovered', '--project', 'demo')).toContain(
          'order-7001',
        );
      };
      const end = () =>
        printed(workshop, 'service', 'terminate', 'source-pg-recovered', '--project', 'demo', '--force');
      const shell = async (script = '', more: Readonly<Record<string, string>> = {}) => {
        const line = script.replace(/^forkcast/, `${process.execPath} ${join(repositoryRoot, 'dist/bin/forkcast.js')}`);
        const child = spawn('sh', ['-c', line], { cwd: workshop.folder, env: { ...process.env, ...more } });
        let text = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (part: Buffer) => (text += part.toString()));
        const [code] = await once(child, 'close');
        expect({ code, text }).toMatchObject({ code: 0 });
      };

      workshop.app = writeApp(workshop, construct ?? '');
      expect(workshop.terraform('apply')).toMatchObject({ code: 0 });
      isBack();
      expect(workshop.terraform('destroy')).toMatchObject({ code: 0 });

      writeFileSync(join(workshop.folder, 'main.tf'), `${provider('demo').trimStart()}${resource}\n`);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
      expect(terraform('apply', '-auto-approve', '-no-color', '-input=false')).toMatchObject({ code: 0 });
      isBack();
      expect(terraform('destroy', '-auto-approve', '-no-color', '-input=false')).toMatchObject({ code: 0 });

      await shell(command);
      isBack();
      end();

      const serve = [join(repositoryRoot, 'dist/bin/forkcast.js'), 'registry', 'serve', '--listen', '127.0.0.1:0'];
      const server = spawn(process.execPath, serve, { cwd: workshop.folder });
      try {
        const [told] = await once(server.stdout, 'data');
        const [url = ''] = /http:\S+/.exec(String(told)) ?? [];
        await shell(request, { FORKCAST_REGISTRY: url, FORKCAST_TOKEN: 'any' });
      } finally {
        server.kill();
        await once(server, 'close');
      }
      isBack();
    } finally {
      workshop.remove();
    }
  });
});
