import { fillTemplate } from '../../src/planner';
import { findingText, placeholdersOf } from '../../src/rules';

test('a message is filled, and values are never read as placeholders', () => {
  expect(fillTemplate('{a} is not {b}, {c}', { a: '{b}', b: 2 })).toBe('{b} is not 2, {c}');
  expect(fillTemplate('Got {a}.', { a: 'https://me:p/w@d@host/x' })).toBe('Got https://(sensitive)@host/x.');
  expect(placeholdersOf('{a} is not {bound}')).toEqual(['a', 'bound']);
});

test('a finding reads in three lines: where, what is wrong, what to do', () => {
  const finding = {
    ruleId: 'naming/invalid-service-name',
    severity: 'error',
    address: 'demo-stack/fork',
    attribute: 'service_name',
    summary: 'Service name is not allowed',
    detail: '"PG" is not a service name.',
    remedy: 'Choose "pg".',
  } as const;
  expect(findingText(finding)).toBe(
    [
      'error    naming/invalid-service-name   demo-stack/fork › service_name',
      '         "PG" is not a service name.',
      '         Choose "pg".',
    ].join('\n'),
  );
});
