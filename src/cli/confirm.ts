import type { Context } from './command';
import { NotConfirmedError } from './errors';

/**
 * Asks a person to type a word before something is lost; with `given` nothing is asked.
 * @throws NotConfirmedError when another answer comes, or there is nobody to ask
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
  const answer = terminal.isInteractive ? await terminal.ask(`${question.ask}: `) : undefined;
  if (answer?.trim() !== question.word) throw new NotConfirmedError(question.what, question.flag);
};
