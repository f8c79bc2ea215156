import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './source-tree';

/** The lock file of a package with one dependency, which has another version of `left` than a bundle that holds both. */
const lock = {
  packages: {
    '': { dependencies: { asked: '1.0.0' }, devDependencies: { tool: '1.0.0' } },
    'node_modules/asked': { version: '1.0.0', license: 'MIT', dependencies: { left: '^1' }, integrity: 'sha512-AAEC' },
    'node_modules/asked/node_modules/left': { version: '1.2.0', license: 'ISC' },
    'node_modules/left': { version: '2.0.0', license: '(GPL-3.0 OR MIT)' },
    'node_modules/@scope/in': { version: '3.0.0', license: 'BSD-3-Clause', dependencies: { left: '^2' } },
    'node_modules/tool': { version: '1.0.0', license: 'GPL-3.0-only' },
  },
};

const inputs = {
  'node_modules/@scope/in/index.js': { bytesInOutput: 10 },
  'node_modules/left/index.js': { bytesInOutput: 10 },
  'node_modules/tool/index.js': { bytesInOutput: 0 },
  'src/index.ts': { bytesInOutput: 10 },
};

/** What the scripts of the build say; they are modules, which jest does not load. */
const ask = (expression: string): unknown => {
  const at = (name: string): string => JSON.stringify(join(repositoryRoot, `scripts/delivered/${name}.mjs`));
  const program = `
    import { deliveredPackages } from ${at('packages')};
    import { licenceFaults } from ${at('licences')};
    import { billOfMaterials } from ${at('bill-of-materials')};
    const [lock, metafiles] = [${JSON.stringify(lock)}, [${JSON.stringify({ outputs: { x: { inputs } } })}]];
    const licensed = (licence) => ({ name: 'one', version: '1.0.0', licence, delivery: 'bundled', dependsOn: [] });
    console.log(JSON.stringify(${expression}));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', stdio: 'pipe' }),
  );
};

test('delivered is what npm installs with the package, and what bundles hold code of', () => {
  expect(ask('deliveredPackages(lock, metafiles)')).toEqual([
    expect.objectContaining({ name: '@scope/in', delivery: 'bundled', dependsOn: ['node_modules/left'] }),
    expect.objectContaining({
      name: 'asked',
      delivery: 'installed',
      dependsOn: ['node_modules/asked/node_modules/left'],
    }),
    expect.objectContaining({ name: 'left', version: '1.2.0', delivery: 'installed' }),
    expect.objectContaining({ name: 'left', version: '2.0.0', delivery: 'bundled' }),
  ]);
});

test('a bundle that holds a package which the lock file does not know is refused', () => {
  expect(() => ask('deliveredPackages({ packages: {} }, metafiles)')).toThrow(/does not know node_modules\/@scope\/in/);
});

test('a licence that is not known, or asks for more than a notice, is a fault', () => {
  const licences = ['MIT', 'ISC', '(MIT OR GPL-3.0)', 'MIT AND ISC', 'Apache-2.0'];
  expect(ask(`licenceFaults(${JSON.stringify(licences)}.map(licensed))`)).toEqual([]);
  const others = ['GPL-3.0-only', 'MPL-2.0', 'AGPL-3.0', 'MIT AND GPL-2.0', 'SEE LICENSE IN x', 'UNLICENSED', ''];
  expect(ask(`licenceFaults(${JSON.stringify(others)}.map(licensed))`)).toEqual(
    others.map((licence): unknown =>
      expect.stringContaining(
        `one@1.0.0, which is bundled, ${licence === '' ? 'names no licence' : `is under ${licence}`};`,
      ),
    ),
  );
});

test('the bill of materials names each once, with its hash, its licence, how it comes, and what it needs', () => {
  const bill = ask(
    `billOfMaterials({ name: 'forkcast', version: '1.0.0', license: 'Apache-2.0' }, deliveredPackages(lock, metafiles))`,
  );
  expect(bill).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [
      {
        group: '@scope',
        name: 'in',
        purl: 'pkg:npm/%40scope/in@3.0.0',
        licenses: [{ license: { id: 'BSD-3-Clause' } }],
      },
      { name: 'asked', hashes: [{ alg: 'SHA-512', content: '000102' }], properties: [{ value: 'installed' }] },
      { name: 'left', version: '1.2.0' },
      { name: 'left', version: '2.0.0', licenses: [{ expression: '(GPL-3.0 OR MIT)' }] },
    ],
    dependencies: [
      { ref: 'pkg:npm/forkcast@1.0.0' },
      { ref: 'pkg:npm/%40scope/in@3.0.0', dependsOn: ['pkg:npm/left@2.0.0'] },
      { ref: 'pkg:npm/asked@1.0.0', dependsOn: ['pkg:npm/left@1.2.0'] },
      { ref: 'pkg:npm/left@1.2.0', dependsOn: [] },
      { ref: 'pkg:npm/left@2.0.0', dependsOn: [] },
    ],
  });
});
