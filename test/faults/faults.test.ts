import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import faults from './faults.json';

const root = join(__dirname, '../..');
const page = (): string => readFileSync(join(root, 'docs/planted-faults.md'), 'utf8');

test.each(faults)('the fault $id can still be planted, and is on the page', ({ what, file, find, replace }) => {
  expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
  expect(page()).toContain(`| ${what} | \`${file}\` | `);
});

test('every planted fault was found by a test', () => {
  expect(faults.length).toBeGreaterThanOrEqual(20);
  expect(page()).not.toContain('nobody');
});
