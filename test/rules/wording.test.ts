import { fillTemplate } from '../../src/planner';
import { placeholdersOf } from '../../src/rules';

test('a message is filled, and values are never read as placeholders', () => {
  expect(fillTemplate('{a} is not {b}, {c}', { a: '{b}', b: 2 })).toBe('{b} is not 2, {c}');
  expect(fillTemplate('Got {a}.', { a: 'https://me:p/w@d@host/x' })).toBe('Got https://(sensitive)@host/x.');
  expect(placeholdersOf('{a} is not {bound}')).toEqual(['a', 'bound']);
});
