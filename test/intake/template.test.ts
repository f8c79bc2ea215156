import fc from 'fast-check';
import { parseJson, toTextFields } from '../../src/domain';
import { readTemplate } from '../../src/intake/read-template';
import { parseJsonTemplate, templateParts } from '../../src/intake/template';

const doubled = (text: string): string => text.replace(/\$\{/g, '$$${').replace(/%\{/g, '%%{');

describe('templateParts', () => {
  test.each([
    ['plain', [{ kind: 'text', text: 'plain' }]],
    ['$${HOME} %%{if}', [{ kind: 'text', text: '${HOME} %{if}' }]],
    ['${var.when}', [{ kind: 'expression', text: '${var.when}' }]],
    [
      'a-${f({ a = "}" })}-b',
      [
        { kind: 'text', text: 'a-' },
        { kind: 'expression', text: '${f({ a = "}" })}' },
        { kind: 'text', text: '-b' },
      ],
    ],
    [
      '${"${var.a}\\"}"}!',
      [
        { kind: 'expression', text: '${"${var.a}\\"}"}' },
        { kind: 'text', text: '!' },
      ],
    ],
    [
      '%{ if var.a }x%{ endif }',
      [
        { kind: 'expression', text: '%{ if var.a }' },
        { kind: 'text', text: 'x' },
        { kind: 'expression', text: '%{ endif }' },
      ],
    ],
    ['${never ends', [{ kind: 'text', text: '${never ends' }]],
    ['$5 and 10%', [{ kind: 'text', text: '$5 and 10%' }]],
  ])('reads %s', (text, parts) => {
    expect(templateParts(text)).toEqual(parts);
  });

  test('what was doubled comes back byte for byte, as no expression', () => {
    const marks = fc.string({ unit: fc.constantFrom('$', '%', '{', '}', '"', '\\', 'a', '\n') });
    fc.assert(
      fc.property(marks, (text) => {
        const parts = templateParts(doubled(text));
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.kind === 'text')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('parseJsonTemplate', () => {
  test('finds expressions that stand as values and inside strings', () => {
    expect(parseJsonTemplate('{"time":${jsonencode(var.when)},"name":"a-${var.b}","note":"$${x}"}')).toEqual({
      time: '${jsonencode(var.when)}',
      name: 'a-${var.b}',
      note: '$${x}',
    });
  });

  test('is undefined for what is no JSON', () => {
    expect(parseJsonTemplate('{"time":')).toBeUndefined();
  });

  test('gives back what a carrier of texts was given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = parseJson(JSON.stringify(value)) ?? null;
        const { user_config: text } = toTextFields({ user_config: { value: plain } });
        const tree = parseJsonTemplate(doubled(text ?? ''));
        expect(readTemplate(tree ?? null).fact).toEqual({ known: true, value: { value: plain } });
      }),
      { numRuns: 200 },
    );
  });
});

describe('readTemplate', () => {
  test('an expression anywhere makes the whole value unknown', () => {
    expect(readTemplate({ a: [{ b: 'x-${var.b}' }] })).toEqual({
      fact: { known: false, reason: 'known-after-apply' },
      isVolatile: false,
    });
  });

  test.each(['${timestamp()}', '${timeadd(plantimestamp( ), "-1h")}'])('%s is another value on every run', (text) => {
    expect(readTemplate(text).isVolatile).toBe(true);
  });

  test('a plain text that speaks of timestamp() is not', () => {
    expect(readTemplate('$${timestamp()}')).toEqual({
      fact: { known: true, value: '${timestamp()}' },
      isVolatile: false,
    });
  });
});
