import { ForkcastError } from './error';
import { mapTexts, parseJson } from './json';
import { reviewCardSchema, type ReviewCard } from './review-card';
import { schemaFault } from './schema-fault';

/** A stored review that was to be shown is none, or is of another version. */
class ReviewUnreadableError extends ForkcastError {
  readonly code = 'FC_REVIEW_UNREADABLE';
  readonly exitCode = 2;
  constructor(file: string, why: string) {
    super(`${file} is no stored review: ${why}. Make one with "forkcast review PATH --format json".`);
  }
}

/**
 * Reads the text of a stored review, each text in it as `spell` has it; `file` names it in the error.
 * @throws ReviewUnreadableError
 */
export const parseReviewCard = (json: string, file: string, spell?: (text: string) => string): ReviewCard => {
  const value = parseJson(json);
  if (value === undefined) throw new ReviewUnreadableError(file, 'it is no JSON');
  const parsed = reviewCardSchema().safeParse(spell === undefined ? value : mapTexts(value, spell), {
    reportInput: true,
  });
  if (!parsed.success) throw new ReviewUnreadableError(file, schemaFault(parsed.error, 'the file'));
  return parsed.data;
};
