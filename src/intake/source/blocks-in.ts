/** A block of a Terraform file, in HCL or in Terraform's JSON syntax. */
interface WrittenBlock {
  /** Its type and labels after those of the blocks around it: `resource`, `aiven_pg`, `copy`, `dynamic`, `pg_user_config`. */
  readonly path: readonly string[];
  /** Of its first word, from 1. */
  readonly line: number;
  /** Attributes whose value begins with a text, by name: the text as it stands, such as the `source` of a module. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The blocks of a Terraform file, each after those around it. What is not understood is passed over. Never throws. */
export const blocksIn = (file: string): readonly WrittenBlock[] => new BlockScanner(file).blocks();

interface Frame {
  readonly path: readonly string[];
  readonly line: number;
  readonly texts: Map<string, string>;
}

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
  private frame: Frame = { path: [], line: 1, texts: new Map() };
  private at = 0;
  private line = 1;
  private words: { readonly text: string; readonly line: number }[] = [];
  /** The attribute whose value comes next. */
  private key: string | undefined;

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
    else if (word !== undefined) this.words.push({ text: word, line: this.line });
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
    this.key = undefined;
    this.words = [];
  }

  private text(from: number): number {
    const end = endOfText(this.file, from);
    const text = this.file.slice(from, end);
    if (this.key !== undefined && !this.frame.texts.has(this.key)) this.frame.texts.set(this.key, text);
    this.words.push({ text, line: this.line });
    return end + 1;
  }

  private enter(mark: string): void {
    const path = [...this.frame.path, ...this.words.map(({ text }) => text)];
    const line = this.words[0]?.line ?? this.frame.line;
    this.frames.push(this.frame);
    this.frame = { path, line, texts: new Map() };
    if (mark === '{') this.found.push(this.frame);
    this.finish();
  }

  private leave(): void {
    this.frame = this.frames.pop() ?? this.frame;
    this.finish();
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
