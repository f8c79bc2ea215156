import { blockAddress, type CardFinding, type CardFix, type CardService, type ReviewCard } from '../../domain';
import { literalsOf, type SourceBlocks } from '../../intake';

/** What takes the place of a part of a file; `from` is where it begins and `to` where it ends, as in a text of JavaScript. */
export interface Edit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A line that has to be written by hand. */
export interface ByHand {
  readonly address: string;
  readonly ruleId: string;
  readonly write: string;
  readonly why: string;
}

/** What mends the findings of a card. */
interface Mending {
  readonly edits: readonly Edit[];
  readonly byHand: readonly ByHand[];
}

/** Where the configuration is written; `read` gives a file as it is, undefined where it is not one that can be written back as it was. */
export interface Source {
  readonly blocks: SourceBlocks;
  readonly read: (file: string) => string | undefined;
}

/** The edits that mend what nobody accepted; what is no literal of HCL, or stands for more than one resource, is left to write by hand. */
export const findEdits = ({ services }: Pick<ReviewCard, 'services'>, source: Source): Mending => {
  const edits = new Map<string, Edit>();
  const byHand: ByHand[] = [];
  for (const service of services) {
    for (const finding of service.findings) {
      const { fix } = finding;
      if (fix === undefined || finding.acknowledged !== null) continue;
      const found = fix.kind === 'value' ? editValue(service, fix, source) : addMoved(service, fix, source);
      if (typeof found === 'string') byHand.push(leave(service, finding, fix, found));
      else edits.set(`${found.file} ${found.from} ${found.text}`, found);
    }
  }
  return { edits: [...edits.values()], byHand };
};

const leave = ({ address }: CardService, { ruleId }: CardFinding, fix: CardFix, why: string): ByHand => ({
  address,
  ruleId,
  write: fix.kind === 'value' ? `${lastWord(fix.attribute)} = "${fix.to}"` : writeMoved(fix, ' ').trim(),
  why,
});

const lastWord = (attribute: string): string => attribute.slice(attribute.lastIndexOf('.') + 1);

/** What can stand in a text of HCL as it is. */
const isPlain = (value: string): boolean => /^[\w.-]+$/.test(value);

/** The place of a declaration that an edit may change, and its file; else why it may not. */
const openBlock = ({ address, declaredAt }: CardService, { blocks, read }: Source) => {
  if (declaredAt === null) return 'its block was not found';
  const { file, line } = declaredAt;
  if (!file.endsWith('.tf')) return `${file} is not HCL`;
  const users = [...blocks].filter(([, block]) => block.file === file && block.line === line);
  if (users.length > 1) return `its module is used ${users.length} times`;
  if (users[0]?.[0] !== blockAddress(address)) return 'its own block was not found';
  const text = read(file);
  return text === undefined ? `${file} is not UTF-8` : { file, line, text };
};

const editValue = (service: CardService, fix: Extract<CardFix, { kind: 'value' }>, source: Source): Edit | string => {
  const block = openBlock(service, source);
  if (typeof block === 'string') return block;
  const name = lastWord(fix.attribute);
  const [found, another] = literalsOf(block.text, block.line).filter((one) => one.name === name);
  if (found === undefined || found.value !== fix.from || !isPlain(fix.to)) return 'it is no literal there';
  if (another !== undefined) return 'it is set more than once there';
  return { file: block.file, from: found.from, to: found.to, text: fix.to };
};

const addMoved = (service: CardService, fix: Extract<CardFix, { kind: 'moved' }>, source: Source): Edit | string => {
  const block = openBlock(service, source);
  if (typeof block === 'string') return block;
  if ([fix.from, fix.to].some((address) => address.startsWith('module.'))) return 'one of the two is in a module';
  const end = block.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = block.text.endsWith('\n') ? end : `${end}${end}`;
  const at = block.text.length;
  return { file: block.file, from: at, to: at, text: `${gap}${writeMoved(fix, end)}${end}` };
};

const writeMoved = ({ from, to }: Extract<CardFix, { kind: 'moved' }>, end: string): string =>
  ['moved {', `  from = ${from}`, `  to   = ${to}`, '}'].join(end);
