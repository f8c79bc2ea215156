import { jsonKeyFault } from '../../src/domain/json-key-fault';

describe('jsonKeyFault', () => {
  test.each([
    ['{"a": 1,\n"a": 2}', 'a stands in line 1 and again in line 2: leave one of them out'],
    ['{"x": [{"a": 1}, {"b": {"c": "c",\n\n "c": []}}]}', 'x.1.b.c stands in line 1 and again in line 3'],
    // The same key, written in two ways.
    ['{"a": 1, "\\u0061": 2}', 'a stands in line 1 and again in line 1'],
    ['{"x":\n{"__proto__": "error"}}', 'x.__proto__ in line 2: nothing can be called so'],
  ])('tells what JSON.parse passes over: %j', (text, said) => {
    expect(jsonKeyFault(text)).toContain(said);
  });

  test.each([
    '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}',
    '{"a": "a", "b": "{\\"a\\": 1, \\"a\\": 2}", "c": ["a", "a", ":"]}',
    '[["x", "x"], {"__proto": 1}]',
    '"a"',
    '{}',
  ])('passes what is whole: %s', (text) => {
    expect(jsonKeyFault(text)).toBeUndefined();
  });
});
