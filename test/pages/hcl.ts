/** A block of a configuration, as far as names go; what stands behind `=` is text. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  readonly blocks: readonly HclBlock[];
}

/** A place in a text that is read. */
interface Reader {
  readonly text: string;
  at: number;
}

const skip = (reader: Reader, what: RegExp): string => {
  const sticky = new RegExp(what.source, 'uy');
  sticky.lastIndex = reader.at;
  const [found = ''] = sticky.exec(reader.text) ?? [];
  reader.at += found.length;
  return found;
};

const space = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/u;

/** One piece of an expression: a text in its quotation marks, a bracket, a comment, or another sign. */
const piece = /"(?:\\.|[^"\\])*"|#[^\n]*|\/\/[^\n]*|[^]/u;

/** An expression up to the end of its line, or of the block that it stands in; brackets go on over lines. */
const readExpression = (reader: Reader): string => {
  const from = reader.at;
  for (let depth = 0; reader.at < reader.text.length;) {
    const next = reader.text[reader.at] ?? '';
    if (depth === 0 && /[\n}]/u.test(next)) break;
    const found = skip(reader, piece);
    if (/^[([{]$/u.test(found)) depth += 1;
    if (/^[)\]}]$/u.test(found)) depth -= 1;
  }
  return reader.text.slice(from, reader.at).trim();
};

const readBody = (reader: Reader): Pick<HclBlock, 'attributes' | 'blocks'> => {
  const attributes = new Map<string, string>();
  const blocks: HclBlock[] = [];
  for (;;) {
    skip(reader, space);
    const type = skip(reader, /[\w-]+/u);
    if (type === '') return { attributes, blocks };
    skip(reader, /[ \t]*/u);
    if (skip(reader, /=(?!=)/u) !== '') {
      attributes.set(type, readExpression(reader));
      continue;
    }
    const labels: string[] = [];
    for (let label = ''; (label = skip(reader, /(?:"[^"]*"|[\w-]+)[ \t]*/u)) !== '';)
      labels.push(label.replace(/["\s]/gu, ''));
    if (skip(reader, /\{/u) === '') throw new SyntaxError(`${type} ${labels.join(' ')} is no block.`);
    const body = readBody(reader);
    skip(reader, space);
    if (skip(reader, /\}/u) === '') throw new SyntaxError(`The block ${type} ${labels.join(' ')} has no end.`);
    blocks.push({ type, labels, ...body });
  }
};

/** The blocks of a text of HCL. @throws SyntaxError */
export const readHcl = (text: string): readonly HclBlock[] => {
  const reader = { text, at: 0 };
  const { attributes, blocks } = readBody(reader);
  skip(reader, space);
  if (reader.at < text.length || attributes.size > 0)
    throw new SyntaxError(`No HCL: ${text.slice(reader.at, reader.at + 40)}`);
  return blocks;
};

/** The keys of an object that an expression is; undefined: it is another expression. */
export const objectKeys = (expression: string): readonly string[] | undefined => {
  const inside = /^\{([^]*)\}$/u.exec(expression)?.[1];
  if (inside === undefined) return undefined;
  const reader = { text: inside.replace(/,/gu, '\n'), at: 0 };
  return [
    ...readBody({
      ...reader,
      text: reader.text.replace(/"([\w.-]+)"(\s*[=:])/gu, '$1$2').replaceAll('.', '-'),
    }).attributes.keys(),
  ];
};
