const blanks = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may come next in a JSON text. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'next';

/** Where a text stops being JSON: the offset of the first character that cannot stand there; its length when more was to come. */
export const jsonFaultAt = (text: string): number => {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = findEnd(blanks, text, at) ?? at;
    const character = text.charAt(at);
    const inside = open.at(-1);
    if (expected === 'next' && inside === undefined) return at;
    const isKey: boolean = expected === 'key' || expected === 'key or }';
    const step = stepAt(expected, character, inside);
    if (step === 'fault') return at;
    if (step === 'scalar') {
      const end = findEnd(scalar, text, at);
      if (end === undefined) return at;
      at = end;
      expected = isKey ? 'colon' : 'next';
      continue;
    }
    at += 1;
    if (character === '{' || character === '[') open.push(character);
    if (character === '}' || character === ']') open.pop();
    expected = step;
  }
};

const stepAt = (
  expected: Expected,
  character: string,
  inside: '{' | '[' | undefined,
): Expected | 'scalar' | 'fault' => {
  if (character === '') return 'fault';
  switch (expected) {
    case 'value':
    case 'value or ]':
      if (character === '{') return 'key or }';
      if (character === '[') return 'value or ]';
      return character === ']' && expected === 'value or ]' ? 'next' : 'scalar';
    case 'key':
    case 'key or }':
      if (character === '}' && expected === 'key or }') return 'next';
      return character === '"' ? 'scalar' : 'fault';
    case 'colon':
      return character === ':' ? 'value' : 'fault';
    case 'next':
      if (character === ',') return inside === '{' ? 'key' : 'value';
      return character === (inside === '{' ? '}' : ']') ? 'next' : 'fault';
  }
};

const findEnd = (pattern: RegExp, text: string, from: number): number | undefined => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};
