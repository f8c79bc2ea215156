import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serviceTypes } from '../../src/domain';
import { repositoryRoot } from '../source-tree';
import { updatingGolden } from '../golden';
import { fileName, renderIndex, renderUserConfig } from './render-user-config';

const folder = join(repositoryRoot, 'src/constructs/user-config');
const files = [
  ...serviceTypes.map((type) => ({ name: fileName(type.name), text: renderUserConfig(type) })),
  { name: 'index', text: renderIndex(serviceTypes) },
];

/** Prettier moves white space, and puts a bar before the first member of a long union. */
const withoutLayout = (text: string): string => text.replace(/[\s|]/g, '');

beforeAll(() => {
  if (!updatingGolden) return;
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, `${name}.ts`), text);
  const prettier = createRequire(__filename).resolve('prettier/bin/prettier.cjs');
  execFileSync(process.execPath, [prettier, '--write', folder]);
});

describe('the typed settings', () => {
  test.each(files)('of $name.ts say what the domain says', ({ name, text }) => {
    expect(withoutLayout(readFileSync(join(folder, `${name}.ts`), 'utf8'))).toBe(withoutLayout(text));
  });
});
