import { printableText } from '../domain';
import type { Terminal } from './terminal';

/** The colours of paint.ts, and their ends. */
const colour = /(\u001b\[(?:1|2|22|31|32|33|36|39)m)/;

/** What a runner of workflows takes for a command: `::name::` at the begin of a line, `##[name]` anywhere. */
const broken = (text: string): string =>
  text.replace(/^([^\S\n]*:):(?=.*::)/gm, '$1\\u003a').replaceAll('##[', '#\\u0023[');

const shown = (text: string, isPainted: boolean): string =>
  (isPainted ? text.split(colour) : [text])
    .map((part, index) => (index % 2 === 0 ? printableText(part) : part))
    .join('');

/**
 * A terminal that prints nothing unseen, whatever a name, an answer or a file holds, and no command for a runner but in the format that is
 * made of them. Colour passes where there is colour.
 */
export const printingTo = (terminal: Terminal, { isPainted }: { readonly isPainted: boolean }): Terminal => ({
  ...terminal,
  out: (text) => terminal.out(broken(shown(text, isPainted))),
  err: (text) => terminal.err(broken(shown(text, isPainted))),
  ask: (question) => terminal.ask(broken(shown(question, isPainted))),
});

/** A result whose lines are commands for a runner. */
export const printCommands = (terminal: Terminal, text: string): void => terminal.out(printableText(text));

/** A patch: through a pipe its lines are those of the files, marks and ends too, or it would not apply. A terminal shows no unseen. */
export const printPatch = (terminal: Terminal, text: string): void =>
  terminal.out(broken(terminal.isTerminal ? printableText(text) : text));
