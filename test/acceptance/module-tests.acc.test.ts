import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform } from './workshop';

whenTerraform('the module of the examples', () => {
  test('passes its own tests against the mocked provider, with no registry', () => {
    inWorkshop('module', (workshop) => {
      cpSync(join(repositoryRoot, 'examples/module'), workshop.folder, { recursive: true });
      const env = withProvider(workshop);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      expect(terraform('init', '-input=false', '-no-color')).toMatchObject({ code: 0 });
      expect(terraform('fmt', '-check', '-recursive')).toMatchObject({ code: 0 });
      const { code, text } = terraform('test', '-no-color');
      expect([code, text]).toEqual([0, expect.stringContaining('Success! 3 passed, 0 failed.')]);
    });
  });

  test('has a mock for what the provider makes up: nothing of it is misspelt', () => {
    const mock = readFileSync(join(repositoryRoot, 'examples/module/tests/mocks/forkcast.tfmock.hcl'), 'utf8');
    const schema = readFileSync(join(repositoryRoot, 'test/golden/provider-schema.json'), 'utf8');
    const named = [...mock.matchAll(/^mock_\w+ "(\w+)"/gm)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !schema.includes(`"${name}"`))).toEqual([]);
  });
});
