import { isJsonList, isJsonObject, type Check, type JsonValue } from '../domain';
import type { Asking } from './client';
import { ContractBrokenError, RequestRefusedError } from './errors';
import type { AnswerOf, CallOf, Contract, OperationId, QueryValues } from './operations';
import { goesOn, goesOnWords } from './goes-on';
import { filledPath } from './path';
import type { ApiRequest, ApiResponse, Transport } from './transport';

/** What a client knows of an operation. It may come without schemas, for who has no time to load them. */
export interface Asked<Id extends OperationId = OperationId> {
  readonly method: ApiRequest['method'];
  readonly path: Contract[Id]['path'];
  readonly takesBody: boolean;
  readonly read: (answer: JsonValue) => Read<AnswerOf<Contract[Id]>>;
}

/** An answer as the contract has it, or the first thing that is wrong with it. */
type Read<Answer> =
  { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'fault'; readonly fault: string };

/** Reads answers by a check. */
export const readBy =
  <Answer>({ is, faultIn }: Check<Answer>) =>
  (answer: JsonValue): Read<Answer> =>
    is(answer) ? { kind: 'answer', answer } : { kind: 'fault', fault: faultIn(answer, 'the body') };

/** Where a client finds the operations that it asks: in the contract, or in what of it is loaded by now. */
type AskedBy<Known extends OperationId> = <Id extends Known>(id: Id) => Asked<Id> | Promise<Asked<Id>>;

/** Asks over a transport, and checks each answer that is looked at. */
export const askingOver = <Known extends OperationId>(
  transport: Transport,
  askedBy: AskedBy<Known>,
): Asking<Known> => ({
  ask: async (id, call) => {
    const asked = await askedBy(id);
    const request = requestOf(asked, call);
    return checked(asked, accepted(await transport.send(request)), request);
  },
  find: async (id, call) => {
    const asked = await askedBy(id);
    const request = requestOf(asked, call);
    const response = await transport.send(request);
    return response.status === 404 ? undefined : checked(asked, accepted(response), request);
  },
  tell: async (id, call) => accepted(await transport.send(requestOf(await askedBy(id), call))),
});

const requestOf = <Id extends OperationId>(
  { method, path, takesBody }: Asked<Id>,
  { at, body, query }: CallOf<Id>,
): ApiRequest => ({
  method,
  path: filledPath(path, at) + searchOf(query),
  ...(takesBody ? { body } : {}),
});

const searchOf = (query: QueryValues | null): string => {
  const search = new URLSearchParams(query ?? {}).toString();
  return search === '' ? '' : `?${search}`;
};

/** Operations of ours have pages, and say so in their contract. */
const ownPages = '/v1/forkcast/';

const checked = <Id extends OperationId>(
  { read }: Asked<Id>,
  answer: JsonValue,
  { method, path }: ApiRequest,
): AnswerOf<Contract[Id]> => {
  if (!path.startsWith(ownPages) && goesOn(answer)) throw new ContractBrokenError(`${method} ${path}`, goesOnWords);
  const result = read(answer);
  if (result.kind === 'answer') return result.answer;
  throw new ContractBrokenError(`${method} ${path}`, result.fault);
};

/** What a code, or the id of a rule, is made of. */
const isWord = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && /^[\w./-]{1,80}$/.test(value);

/** The body of an answer. @throws RequestRefusedError */
export const accepted = (response: ApiResponse): JsonValue => {
  if (response.status >= 200 && response.status < 300) return response.body;
  throw refusedBy(response);
};

const refusedBy = ({ status, body }: ApiResponse): RequestRefusedError => {
  const { message, errors } = isJsonObject(body) ? body : {};
  if (typeof message !== 'string')
    return new RequestRefusedError(status, '', `The registry answered with status ${status}.`);
  const first = isJsonList(errors) ? errors[0] : undefined;
  const { error_code: code, predicted_by: rules } = isJsonObject(first) ? first : {};
  return new RequestRefusedError(
    status,
    isWord(code) ? code : '',
    message,
    isJsonList(rules) ? rules.filter(isWord) : undefined,
  );
};
