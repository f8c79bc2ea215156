import * as z from 'zod/mini';
import { once, schemaFault, type JsonValue } from '../domain';
import type { Asking } from './client';
import { ContractBrokenError, RequestRefusedError } from './errors';
import type { CallOf, Declared, OperationId, QueryValues } from './operations';
import { filledPath } from './path';
import type { ApiRequest, ApiResponse, Transport } from './transport';

/** Where a client finds the operations that it asks: in the contract, or in what of it is loaded by now. */
export type DeclaredBy<Known extends OperationId = OperationId> = <Id extends Known>(
  id: Id,
) => Declared<Id> | Promise<Declared<Id>>;

/** Asks over a transport, and checks each answer that is looked at. */
export const askingOver = <Known extends OperationId>(
  transport: Transport,
  declaredBy: DeclaredBy<Known>,
): Asking<Known> => ({
  ask: async (id, call) => {
    const declared = await declaredBy(id);
    const request = requestOf(declared, call);
    return checked(declared.answer(), accepted(await transport.send(request)), request);
  },
  find: async (id, call) => {
    const declared = await declaredBy(id);
    const request = requestOf(declared, call);
    const response = await transport.send(request);
    return response.status === 404 ? undefined : checked(declared.answer(), accepted(response), request);
  },
  tell: async (id, call) => accepted(await transport.send(requestOf(await declaredBy(id), call))),
});

const requestOf = <Id extends OperationId>(
  { method, path, takesBody }: Declared<Id>,
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

const checked = <Answer>(schema: z.ZodMiniType<Answer>, answer: JsonValue, { method, path }: ApiRequest): Answer => {
  const parsed = schema.safeParse(answer, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new ContractBrokenError(`${method} ${path}`, schemaFault(parsed.error, wholeOf(schema)));
};

/** An answer of one field goes by its name. */
const wholeOf = (schema: z.ZodMiniType): string => {
  const fields = schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
  return (fields.length === 1 ? fields[0] : undefined) ?? 'the body';
};

const refusal = once(() =>
  z.looseObject({
    message: z.string(),
    errors: z.optional(
      z.array(z.looseObject({ error_code: z.optional(z.string()), predicted_by: z.optional(z.array(z.string())) })),
    ),
  }),
);

/** What a code, or the id of a rule, is made of. */
const isWord = /^[\w./-]{1,80}$/;

/** The body of an answer. @throws RequestRefusedError */
export const accepted = (response: ApiResponse): JsonValue => {
  if (response.status >= 200 && response.status < 300) return response.body;
  throw refusedBy(response);
};

const refusedBy = ({ status, body }: ApiResponse): RequestRefusedError => {
  const parsed = refusal().safeParse(body);
  if (!parsed.success) return new RequestRefusedError(status, '', `The registry answered with status ${status}.`);
  const [first] = parsed.data.errors ?? [];
  const code = first?.error_code ?? '';
  const rules = first?.predicted_by?.filter((id) => isWord.test(id));
  return new RequestRefusedError(status, isWord.test(code) ? code : '', parsed.data.message, rules);
};
