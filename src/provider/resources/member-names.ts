import type { Forkcast } from '../client';
import { withWayOut } from '../diagnostics';
import { type Call, type Diagnostic, errorAt, type PrivateState } from '../protocol';
import type { NameConflict } from '../service-names';
import { forgottenBlock, importBlock, movedBlock } from './service-recipes';

/** What is told of something inside a service: its resource type, its noun for messages, and the attribute that names it. */
export interface MemberKind {
  readonly typeName: string;
  readonly noun: string;
  readonly nameAttribute: string;
}

/** The ids that an object has before and after a plan; undefined: there is none, or it is known only after apply. */
interface Ids {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What stands against the plan of something inside a service: another block of this run makes it, keeps it or ends it. */
export const judgeMember = (kind: MemberKind, { before, after }: Ids, call: Call<Forkcast>): readonly Diagnostic[] => {
  const { members } = call.client;
  const key = (id: string): string => `${kind.typeName} ${id}`;
  if (before !== undefined && before === after) return told(kind, after, members.planKeep(key(after)));
  if (before !== undefined) return told(kind, before, members.planLeave(key(before)));
  if (after === undefined) return [];
  // The second call of a replacement, which knows its object only by what the first one kept.
  const replaces = call.private.replacing === after;
  const twice = members.planCreate(key(after), { replaces });
  return told(kind, after, twice ?? (replaces ? undefined : members.planTake(key(after))));
};

/** The same of its end. */
export const judgeMemberEnd = (kind: MemberKind, id: string, { client }: Call<Forkcast>): readonly Diagnostic[] =>
  told(kind, id, client.members.planEnd(`${kind.typeName} ${id}`));

/** What the second call of a replacement is told by. */
export const keptForReplacement = (kept: PrivateState, before: string | undefined): PrivateState =>
  before === undefined ? kept : { ...kept, replacing: before };

/** Whether a create may be of a block's own object, replaced or tainted: the state has it. */
export const isInState = ({ typeName }: MemberKind, id: string, { client, private: kept }: Call<Forkcast>): boolean =>
  kept.replacing === id || client.members.isNamedInState(`${typeName} ${id}`);

/** An object of the state is seen, before anything is asked of it. */
export const noteMember = ({ typeName }: MemberKind, id: string, { members }: Forkcast): void =>
  members.noteInState(`${typeName} ${id}`, null);

/** A create of what is there already. */
export const isThere = (
  { typeName, noun, nameAttribute }: MemberKind,
  id: string,
  { isCopied }: { readonly isCopied: boolean },
): readonly Diagnostic[] =>
  withWayOut([
    errorAt({
      summary: `The ${noun} is there already`,
      detail:
        `${id} is there: another block, another configuration or somebody has made it. Nothing is made.\n` +
        `- If a block was renamed, or two exchange their names, say so:${movedBlock(typeName)}\n` +
        `- If it is to be managed here, import it:${importBlock(typeName, id)}\n` +
        (isCopied ? `${whenCopied}\n` : '') +
        `- Otherwise give it another ${nameAttribute}.`,
      path: [nameAttribute],
    }),
  ]);

const whenCopied =
  '- copied = true takes over in a fork that nobody holds, or that this state has under the same provider (alias) as this block.';

const told = (kind: MemberKind, id: string, conflict: NameConflict | undefined): readonly Diagnostic[] =>
  conflict === undefined ? [] : [conflict === 'two-blocks' ? twoBlocks(kind, id) : elsewhere(kind, id)];

const twoBlocks = ({ noun, nameAttribute }: MemberKind, id: string): Diagnostic =>
  errorAt({
    summary: `Two blocks of this run have one ${noun}`,
    detail: `${id} is declared by two blocks of this run. Take one of them out, or give it another ${nameAttribute}.`,
    path: [nameAttribute],
  });

const elsewhere = ({ typeName, noun, nameAttribute }: MemberKind, id: string): Diagnostic =>
  errorAt({
    summary: `The ${noun} is in this state under another address`,
    detail:
      `${id} is in this state under another address, which this plan ends, while a block makes it anew or keeps it. What it holds would ` +
      `be lost.\n- If the block was renamed, say so:${movedBlock(typeName)}\n- If the old block is to forget it, and another has it by ` +
      `import:${forgottenBlock(typeName)}\n- If it is to be ended and made anew: take the old block out in a run of its own first.`,
    path: [nameAttribute],
  });
