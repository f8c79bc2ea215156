import { readAnswer } from './answer';
import type { Context } from './command';
import { NotConfirmedError } from './errors';

/**
 * Asks a person to type a word before something is lost; with `given` nothing is asked.
 * @throws NotConfirmedError when another answer comes, or there is nobody to ask; CancelledError at Ctrl-C
 */
export const confirm = async (
  { terminal }: Pick<Context, 'terminal'>,
  question: {
    readonly what: string;
    readonly ask: string;
    readonly word: string;
    readonly flag: string;
    readonly given: boolean;
  },
): Promise<void> => {
  if (question.given) return;
  const answer = terminal.isInteractive ? await readAnswer(terminal, `${question.ask}: `) : undefined;
  if (answer !== question.word) throw new NotConfirmedError(question.what, question.flag);
};
