/** An attribute whose whole value is a text without templates: where the text stands in the file, without its quotation marks. */
export interface Literal {
  readonly name: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
}

/** A block of a Terraform file, in HCL or in Terraform's JSON syntax. */
interface WrittenBlock {
  /** Its type and labels after those of the blocks around it: `resource`, `aiven_pg`, `copy`, `dynamic`, `pg_user_config`. */
  readonly path: readonly string[];
  /** Of its first word, from 1. */
  readonly line: number;
  /** Attributes whose value begins with a text, by name: the text as it stands, such as the `source` of a module. */
  readonly texts: ReadonlyMap<string, string>;
  readonly literals: readonly Literal[];
}

/** The blocks of a Terraform file, each after those around it. What is not understood is passed over. Never throws. */
export const blocksIn = (file: string): readonly WrittenBlock[] => new BlockScanner(file).blocks();

interface Frame {
  readonly path: readonly string[];
  readonly line: number;
  readonly texts: Map<string, string>;
  readonly literals: Literal[];
}

const newFrame = (path: readonly string[], line: number): Frame => ({ path, line, texts: new Map(), literals: [] });

const token = new RegExp(
  [
    /(?<gap>#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[ \t\r]+)/,
    /<<-?(?<heredoc>[A-Za-z_][\w-]*)/,
    /(?<word>[A-Za-z_][\w-]*)|(?<quote>")/,
    /(?<open>[{[(])|(?<close>[}\])])|(?<sets>[=:])|(?<ends>[\n,])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);

class BlockScanner {
  private readonly found: WrittenBlock[] = [];
  private readonly frames: Frame[] = [];
  private frame = newFrame([], 1);
  private at = 0;
  private line = 1;
  private words: { readonly text: string; readonly line: number }[] = [];
  /** The attribute whose value comes next. */
  private key: string | undefined;
  /** The text that is its value, as long as nothing else has come. */
  private literal: Literal | undefined;

  constructor(private readonly file: string) {}

  blocks(): readonly WrittenBlock[] {
    while (this.at < this.file.length) this.next();
    return this.found;
  }

  private next(): void {
    token.lastIndex = this.at;
    const groups = token.exec(this.file)?.groups;
    if (groups === undefined) return this.goOn(this.at + 1);
    const { heredoc, word, quote, open, close, sets, ends } = groups;
    let end = token.lastIndex;
    if (heredoc !== undefined) end = endOfHeredoc(this.file, end, heredoc);
    else if (word !== undefined) this.word(word);
    else if (quote !== undefined) end = this.text(end);
    else if (open !== undefined) this.enter(open);
    else if (close !== undefined) this.leave();
    else if (sets !== undefined) this.key = this.words.at(-1)?.text;
    else if (ends !== undefined) this.finish();
    this.goOn(end);
  }

  private goOn(end: number): void {
    for (; this.at < end; this.at += 1) if (this.file[this.at] === '\n') this.line += 1;
  }

  private finish(): void {
    if (this.literal !== undefined) this.frame.literals.push(this.literal);
    this.literal = undefined;
    this.key = undefined;
    this.words = [];
  }

  private word(text: string): void {
    this.literal = undefined;
    this.words.push({ text, line: this.line });
  }

  private text(from: number): number {
    const end = endOfText(this.file, from);
    const text = this.file.slice(from, end);
    const [name, isAlone] = [this.key, this.words.length === 1];
    const { line } = this;
    if (name !== undefined && !this.frame.texts.has(name)) this.frame.texts.set(name, text);
    this.word(text);
    if (name !== undefined && isAlone && !/[\\\n]|[$%]\{/.test(text))
      this.literal = { name, value: text, from, to: end, line };
    return end + 1;
  }

  private enter(mark: string): void {
    const path = [...this.frame.path, ...this.words.map(({ text }) => text)];
    const line = this.words[0]?.line ?? this.frame.line;
    this.literal = undefined;
    this.frames.push(this.frame);
    this.frame = newFrame(path, line);
    if (mark === '{') this.found.push(this.frame);
    this.finish();
  }

  private leave(): void {
    this.finish();
    this.frame = this.frames.pop() ?? this.frame;
  }
}

/** After the line that ends a heredoc. */
const endOfHeredoc = (file: string, from: number, name: string): number => {
  const end = new RegExp(`\\n[ \\t]*${name}[ \\t\\r]*(?=\\n|$)`, 'g');
  end.lastIndex = from;
  return end.exec(file) === null ? file.length : end.lastIndex;
};

/** The closing quotation mark of a text whose inside starts at `from`; templates in it may hold texts of their own. */
const endOfText = (file: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < file.length; at += 1) {
    const mark = file[at];
    if (depth === 0 && mark === '"') return at;
    if (mark === '\\') at += 1;
    else if (mark === '"') at = endOfText(file, at + 1);
    else if ((mark === '$' || mark === '%') && file[at + 1] === '{') {
      const isDoubled = file[at - 1] === mark;
      if (!isDoubled || depth > 0) depth += 1;
      at += 1;
    } else if (depth > 0 && mark === '{') depth += 1;
    else if (depth > 0 && mark === '}') depth -= 1;
  }
  return file.length;
};
