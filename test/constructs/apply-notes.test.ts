import { Testing } from 'cdktf';
import { Service } from '../../src/constructs';
import { mayFindProvider } from '../../src/domain';
import { someFacts } from '../../src/domain/testing';
import { aStack, noWorld, shownBy } from './an-app';

/** What a synth shows of an apply, beside what is found against the service. */
const shown = (props: Parameters<typeof aStack>[3], findsProvider = true) => {
  const app = Testing.app();
  const stack = aStack(app, 'demo', someFacts(), props, { ...noWorld, findsProvider: () => findsProvider });
  new Service(stack, 'plain', {
    serviceType: 'pg',
    serviceName: 'plain',
    plan: 'business-4',
    cloudName: 'aws-eu-central-1',
  });
  app.synth();
  return shownBy(app).filter((line) => /snapshot, in which|will not find/.test(line));
};

test('a registry that is a snapshot is told, with how it is named beside the one to apply to', () => {
  expect(shown({ registry: 'facts:/f.json' })).toEqual([
    expect.stringMatching(/^warn demo\/forkcast: This was judged by facts:\/f\.json, a snapshot.*by the prop facts\.$/),
  ]);
  expect(shown({ registry: 'sqlite:/r.db' })).toEqual([]);
});

test('a provider that Terraform will not find is told where it is needed', () => {
  expect(shown({ backend: 'provider' }, false)).toEqual([
    expect.stringMatching(/^info demo\/forkcast: Terraform will not find .*npx forkcast provider install/),
  ]);
  expect(shown({ backend: 'provider' })).toEqual([]);
  expect(shown({}, false)).toEqual([]);
});

describe('a provider may be found', () => {
  const found = (environment: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) =>
    mayFindProvider('terraform.local', {
      environment: (name) => environment[name],
      home: '/home',
      exists: (path) => path in files,
      read: (path) => files[path],
      paths: { join: (...parts) => parts.join('/') },
    });
  const mirror = 'provider_installation {\n  filesystem_mirror {\n  }\n}';

  test.each([
    ['nowhere', {}, {}, false],
    ['not by a configuration that names no place', {}, { '/home/.terraformrc': 'plugin_cache_dir = "x"' }, false],
    ['by the configuration at home', {}, { '/home/.terraformrc': mirror }, true],
    ['by the one that is named alone', { TF_CLI_CONFIG_FILE: '/a.rc' }, { '/home/.terraformrc': mirror }, false],
    ['by the one that is named', { TF_CLI_CONFIG_FILE: '/a.rc' }, { '/a.rc': mirror }, true],
    ['in the mirror at home', {}, { '/home/.terraform.d/plugins/terraform.local': '' }, true],
    ['as one that runs', { TF_REATTACH_PROVIDERS: '{}' }, {}, true],
    ['by the arguments of init', { TF_CLI_ARGS_init: '-plugin-dir=/p' }, {}, true],
  ] as const)('%s', (_, environment, files, expected) => {
    expect(found(environment, files)).toBe(expected);
  });
});
