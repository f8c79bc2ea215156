import { readAnswer } from '../answer';
import type { Context } from '../command';
import { UsageError } from '../errors';

/** One question of a dialog: what a flag answers is not asked, and where nobody can be asked the default stands. */
interface Question {
  readonly text: string;
  /** The flag that answers it, for the message when there is no answer. */
  readonly flag: string;
  readonly given?: string | undefined;
  readonly proposed?: string | undefined;
  /** A value, or what is wrong with the answer. */
  readonly read: (answer: string) => string | { readonly wrong: string };
}

const triesMax = 5;

/** The given answer, else the person's, else what was proposed. @throws UsageError when there is none, or five were wrong */
export const ask = async ({ terminal }: Pick<Context, 'terminal'>, question: Question): Promise<string> => {
  if (question.given !== undefined) return question.given;
  if (!terminal.isInteractive) return findProposed(question);
  const hint = question.proposed === undefined ? '' : ` [${question.proposed}]`;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const answer = await readAnswer(terminal, `${question.text}${hint}: `);
    if (answer === '') {
      if (question.proposed !== undefined) return question.proposed;
      continue;
    }
    const value = question.read(answer);
    if (typeof value === 'string') return value;
    terminal.err(`  ${value.wrong}\n`);
  }
  throw new UsageError(`${question.text}: no answer. Answer with ${question.flag}.`);
};

const findProposed = (question: Question): string => {
  if (question.proposed !== undefined) return question.proposed;
  throw new UsageError(`${question.text}? There is no terminal to ask on: answer with ${question.flag}.`);
};

/** Shows numbered choices below each other, and reads a number or the choice itself. */
export const choose = async (
  context: Pick<Context, 'terminal'>,
  question: Omit<Question, 'read'> & {
    readonly choices: readonly { readonly value: string; readonly about: string }[];
  },
): Promise<string> => {
  const { choices, text, given } = question;
  const isAsked = given === undefined && context.terminal.isInteractive;
  if (isAsked) {
    const width = Math.max(...choices.map(({ value }) => value.length));
    const digits = String(choices.length).length;
    const lines = choices.map(
      ({ value, about }, index) => `  ${String(index + 1).padStart(digits)}  ${value.padEnd(width)}  ${about}\n`,
    );
    context.terminal.err(`\n${text}\n${lines.join('')}`);
  }
  return ask(context, {
    ...question,
    text: isAsked ? 'Number or name' : text,
    read: (answer) =>
      choices.find(({ value }, index) => value === answer || String(index + 1) === answer)?.value ?? {
        wrong: `Type a number from 1 to ${choices.length}, or one of them in full.`,
      },
  });
};
