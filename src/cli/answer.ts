import { CancelledError } from './errors';
import type { Terminal } from './terminal';

/** What a person types to a question, without blanks around it. @throws CancelledError at Ctrl-C, and at the end of input */
export const readAnswer = async ({ ask }: Pick<Terminal, 'ask'>, question: string): Promise<string> => {
  const answer = await ask(question);
  if (answer === undefined) throw new CancelledError();
  return answer.trim();
};
