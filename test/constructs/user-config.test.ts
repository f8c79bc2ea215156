import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';

test('the typed settings say what the domain says', () => {
  const script =
    "import { makeUserConfig } from './scripts/user-config.mjs'; process.stdout.write((await makeUserConfig())[1])";
  const written = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  expect(readFileSync(join(repositoryRoot, 'src/constructs/user-config.ts'), 'utf8')).toBe(written);
});
