import fc from 'fast-check';
import { parseJson } from '../../src/domain';
import { readTemplate } from '../../src/intake/read-template';
import { parseJsonTemplate, templateParts } from '../../src/intake/template';
import { expectEqual } from '../expect-equal';
import { toTextFields } from '../text-fields';
import { runs } from '../whole';

/** The same, by a scanner of its own that goes down into each part. */
const endOfSequence = (text: string, from: number): number | undefined => {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') {
      const end = endOfString(text, at + 1);
      if (end === undefined) return undefined;
      at = end;
    } else if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
};

const endOfString = (text: string, from: number): number | undefined => {
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') return at;
    if (mark === '\\') at += 1;
    else if ((mark === '$' || mark === '%') && text[at + 1] === '{' && text[at - 1] !== mark) {
      const end = endOfSequence(text, at + 2);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
};

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

  test('ends a sequence where its closing brace is, strings inside passed over, as read one by one', () => {
    const text = fc.string({ unit: fc.constantFrom('${', '%{', '$', '{', '}', '"', '\\\\', 'a'), maxLength: 40 });
    fc.assert(
      fc.property(text, (given) => {
        const starts = [...given].flatMap((_mark, at) => (/^[$%]\{/.test(given.slice(at)) ? [at] : []));
        for (const at of starts) {
          const [first] = templateParts(given.slice(at));
          const end = endOfSequence(given.slice(at), 2);
          const isEscaped = given[at + 2] === '{' && given.slice(at, at + 2) === '$$';
          if (isEscaped) continue;
          expectEqual(
            [first?.kind, end === undefined ? undefined : first?.text],
            end === undefined ? ['text', undefined] : ['expression', given.slice(at, at + end)],
          );
        }
      }),
      { numRuns: runs(2_000) },
    );
  });

  test.each(['${', '%{', '${"', '"${', '\\"${', '${${"', '$${', '${a.b', '"\\${', '{', '${jsonencode('])(
    'reads 200 kB of %s in one pass, however deep it goes',
    (unit) => {
      const text = unit.repeat(200_000 / unit.length);
      expect(templateParts(`${text}${unit}`).every(({ kind }) => kind === 'text')).toBe(true);
    },
  );

  test('what was doubled comes back byte for byte, as no expression', () => {
    const marks = fc.string({ unit: fc.constantFrom('$', '%', '{', '}', '"', '\\', 'a', '\n') });
    fc.assert(
      fc.property(marks, (text) => {
        const parts = templateParts(doubled(text));
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.kind === 'text')).toBe(true);
      }),
      { numRuns: runs(200) },
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
      { numRuns: runs(200) },
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
