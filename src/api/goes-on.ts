import { isJsonObject, type JsonValue } from '../domain';

/** How an API says that a list goes on. Taken for whole, what is on the next page would be absent. */
const moreFields = ['cursor', 'next', 'next_cursor', 'next_page', 'next_page_token'] as const;

/** Whether an answer says that it is a part, of which the rest has to be asked for. Never throws. */
export const goesOn = (answer: JsonValue): boolean =>
  isJsonObject(answer) && moreFields.some((name) => typeof answer[name] === 'string' && answer[name] !== '');

/** What is said of such an answer where it was to be the whole. */
export const goesOnWords = 'it is one page of several, which are not read';
