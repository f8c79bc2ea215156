import { blockAddress, type CardFinding, type CardFix, type CardService, type ReviewCard } from '../../domain';
import { literalsOf } from '../../intake';
import { findUndeclared } from './declared-integrations';
import { tagsIn } from './declared-tags';
import { integrationLines } from './integration-blocks';
import type { SourceFiles } from './source-files';

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
  /** Null: nothing, it is written already. */
  readonly write: string | null;
  readonly why: string;
}

/** What mends the findings of a card. */
interface Mending {
  readonly edits: readonly Edit[];
  readonly byHand: readonly ByHand[];
}

/** The edits that mend what nobody accepted; what is no literal of HCL, or stands for more than one resource, is left to write by hand. */
export const findEdits = ({ services }: Pick<ReviewCard, 'services'>, source: SourceFiles): Mending => {
  const edits = new Map<string, Edit>();
  const byHand: ByHand[] = [];
  for (const service of services) {
    for (const finding of service.findings) {
      const { fix } = finding;
      if (fix === undefined || finding.acknowledged !== null) continue;
      const found = editFor(service, fix, source);
      if (typeof found === 'string') byHand.push(leave(service, finding, fix, found));
      else edits.set(`${found.file} ${found.from} ${found.text}`, found);
    }
  }
  return { edits: [...edits.values()], byHand };
};

const editFor = (service: CardService, fix: CardFix, source: SourceFiles): Edit | string => {
  const block = openBlock(service, source);
  if (typeof block === 'string') return block;
  switch (fix.kind) {
    case 'value':
      return editValue(block, fix);
    case 'tags':
      return addTags(service, block, fix);
    case 'moved':
      return addInRoot(block, fix, [fix.from, fix.to]);
    case 'import':
      return addInRoot(block, fix, [fix.to]);
    case 'integrations':
      return addIntegrations(service, block, fix, source);
  }
};

const leave = ({ address }: CardService, { ruleId }: CardFinding, fix: CardFix, why: string): ByHand => ({
  address,
  ruleId,
  write: why === declaredAlready ? null : writeByHand(address, fix),
  why,
});

/** Why nothing is left to write: the source is newer than the plan. */
const declaredAlready = 'it is declared already';

const writeByHand = (address: string, fix: CardFix): string => {
  if (fix.kind === 'value') return `${lastWord(fix.attribute)} = "${fix.to}"`;
  return linesOf(address, fix)
    .map((line) => line.trim())
    .join(' ');
};

const linesOf = (address: string, fix: Exclude<CardFix, { kind: 'value' }>): readonly string[] => {
  switch (fix.kind) {
    case 'tags':
      return tagLines(address, fix.tags);
    case 'integrations':
      return integrationLines(address, fix);
    default:
      return blockLines(fix);
  }
};

const lastWord = (attribute: string): string => attribute.slice(attribute.lastIndexOf('.') + 1);

/** What can stand in a text of HCL as it is. */
const isPlain = (value: string): boolean => /^[\w.-]+$/.test(value);

/** The place of a declaration that an edit may change, and its file; else why it may not. */
const openBlock = ({ address, declaredAt }: CardService, { blocks, read }: SourceFiles) => {
  if (declaredAt === null) return 'its block was not found';
  const { file, line } = declaredAt;
  if (!file.endsWith('.tf')) return `${file} is not HCL`;
  const users = [...blocks].filter(([, block]) => block.file === file && block.line === line);
  if (users.length > 1) return `its module is used ${users.length} times`;
  if (users[0]?.[0] !== blockAddress(address)) return 'its own block was not found';
  const text = read(file);
  return text === undefined ? `${file} is not UTF-8` : { file, line, text };
};

type OpenBlock = Exclude<ReturnType<typeof openBlock>, string>;

const editValue = (block: OpenBlock, fix: Extract<CardFix, { kind: 'value' }>): Edit | string => {
  const name = lastWord(fix.attribute);
  const [found, another] = literalsOf(block.text, block.line).filter((one) => one.name === name);
  if (found?.value === fix.to && another === undefined) return declaredAlready;
  if (found === undefined || found.value !== fix.from || !isPlain(fix.to)) return 'it is no literal there';
  if (another !== undefined) return 'it is set more than once there';
  return { file: block.file, from: found.from, to: found.to, text: fix.to };
};

/** After the line of the last of these that is a literal: they stand in the block itself, never in one inside. */
const ownNames = new Set(['project', 'service_name', 'service_type', 'plan', 'cloud_name']);

const addTags = (
  { address }: CardService,
  { file, line, text }: OpenBlock,
  { tags }: Extract<CardFix, { kind: 'tags' }>,
): Edit | string => {
  if (!Object.entries(tags).flat().every(isPlain)) return 'a tag is no plain text';
  const begin = text.split('\n', line - 1).join('\n').length;
  const body = text.slice(begin, text.indexOf('\n}', begin));
  const written = tagsIn(body);
  const missing = Object.fromEntries(Object.entries(tags).filter(([key, value]) => written.get(key) !== value));
  if (Object.keys(missing).length === 0) return declaredAlready;
  if (Object.keys(missing).some((key) => written.has(key))) return 'a tag of this name has another value there';
  const own = literalsOf(text, line).filter(({ name }) => ownNames.has(name));
  const last = own.reduce((end, { to }) => Math.max(end, to), -1);
  const lineEnd = text.indexOf('\n', last);
  if (last < 0 || lineEnd < 0 || /[}*]/.test(text.slice(last, lineEnd))) return 'no line to put them after was found';
  if (/\n[ \t]*(?:tags\b|dynamic\s+"tag")/.test(body)) return 'it has tags already that are no single blocks';
  const end = endOf(text);
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', last) + 1))?.[0] ?? '';
  const lines = tagLines(address, missing).map((one) => `${indent}${one}${end}`);
  return { file, from: lineEnd + 1, to: lineEnd + 1, text: lines.join('') };
};

/** Forkcast's resource has a map, the vendor's have a block of each. */
const tagLines = (address: string, tags: Readonly<Record<string, string>>): readonly string[] => {
  const pairs = Object.entries(tags);
  if (/(?:^|\.)forkcast_service\./.test(address))
    return ['tags = {', ...pairs.map(([key, value]) => `  "${key}" = "${value}"`), '}'];
  return pairs.flatMap(([key, value]) => ['tag {', `  key   = "${key}"`, `  value = "${value}"`, '}']);
};

const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Puts lines at the end of the file. */
const append = ({ file, text }: OpenBlock, lines: readonly string[]): Edit => {
  const end = endOf(text);
  const gap = text.endsWith('\n') ? end : `${end}${end}`;
  return { file, from: text.length, to: text.length, text: `${gap}${lines.join(end)}${end}` };
};

const addInRoot = (block: OpenBlock, fix: BlockFix, addresses: readonly string[]): Edit | string => {
  if (addresses.some((address) => address.startsWith('module.'))) return 'it is in a module';
  const lines = blockLines(fix);
  return oneSpaced(block.text).includes(oneSpaced(lines.join(' '))) ? declaredAlready : append(block, lines);
};

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ');

const addIntegrations = (
  service: CardService,
  block: OpenBlock,
  fix: Extract<CardFix, { kind: 'integrations' }>,
  source: SourceFiles,
): Edit | string => {
  const { address } = service;
  if (/\]$/.test(address)) return 'its block stands for several';
  if (!fix.integrations.every(({ type, other }) => isPlain(type) && isPlain(other))) return 'a name is no plain text';
  const integrations = findUndeclared(service, fix.integrations, source);
  if (integrations.length === 0) return declaredAlready;
  const labels = new Set([...source.blocks.keys()].map(lastWord));
  return append(
    block,
    integrationLines(
      address,
      { ...fix, integrations },
      (label) => labels.has(label) || block.text.includes(`"${label}"`),
    ),
  );
};

type BlockFix = Extract<CardFix, { kind: 'moved' | 'import' }>;

const blockLines = (fix: BlockFix): readonly string[] =>
  fix.kind === 'moved'
    ? ['moved {', `  from = ${fix.from}`, `  to   = ${fix.to}`, '}']
    : ['import {', `  to = ${fix.to}`, `  id = "${fix.id}"`, '}'];
