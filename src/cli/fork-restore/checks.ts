import type { ReviewCard } from '../../domain';
import type { Context } from '../command';

/** The findings of a review for the terminal. */
export const checksText = async ({ terminal, paint }: Context, review: ReviewCard): Promise<string> => {
  const { renderers } = await import('../../review/index.js');
  return renderers.text(review, { columns: terminal.columns, colours: paint }).trimEnd();
};
