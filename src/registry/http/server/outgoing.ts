import type { ApiResponse } from '../../../api';
import { unfold } from './unfold';

/** What goes out: an answer, or nothing at all because a fault cuts the connection. `token`: id of the token, for the log. */
export type Outgoing = { readonly operation: string; readonly token: string | null } & (
  | { readonly kind: 'answer'; readonly response: ApiResponse }
  /** Status 200 with JSON that is text already. */
  | { readonly kind: 'text'; readonly text: string }
  /** Status 200 with JSON in parts: each is made when it is asked for, which may throw. */
  | { readonly kind: 'parts'; readonly parts: Iterable<string> }
  /** Status 200 with an object of one list: of its elements, as JSON texts, some are made at a time. */
  | { readonly kind: 'list'; readonly name: string; readonly elements: Iterable<readonly string[]> }
  | { readonly kind: 'dropped' }
);

/** What comes of a request that no fault meets. */
export type Made = MadeOf<Outgoing>;
type MadeOf<Out> = Out extends { readonly kind: 'dropped' } ? never : Omit<Out, 'operation' | 'token'>;

/** The text of a long answer, part by part. */
export const partsOf = (long: Extract<Made, { readonly kind: 'parts' | 'list' }>): Iterable<string> =>
  long.kind === 'parts' ? long.parts : listParts(long);

const listParts = ({ name, elements }: Extract<Made, { readonly kind: 'list' }>): Iterable<string> => {
  const rest = elements[Symbol.iterator]();
  const head = `{${JSON.stringify(name)}:[`;
  let [before, ended] = [head, false];
  return unfold(() => {
    if (ended) return undefined;
    let some = rest.next();
    while (some.done !== true && some.value.length === 0) some = rest.next();
    ended = some.done === true;
    if (some.done === true) return before === head ? `${head}]}` : ']}';
    const text = before + some.value.join(',');
    before = ',';
    return text;
  });
};
