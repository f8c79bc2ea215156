import type { AnswerOf, ApiRequest, BodyOf, Declaration, PartsOf, QueryOf, QueryValues } from '../../api';
import { queryNames, withoutNulls } from '../../api';
import { isJsonObject, schemaFault, type JsonObject, type JsonValue } from '../../domain';
import type { Registry } from '../registry';
import type { TokenRecord } from '../tokens';
import { refused, type Reply } from './answer';
import { unknownParameter } from './unknown-parameter';

/** One request of an operation, with every part checked against the contract. */
interface Call<Path extends string, Body, Query> {
  /** What stands in each part of the path. */
  readonly at: Readonly<Record<PartsOf<Path>, string>>;
  readonly body: Body;
  readonly query: Query;
  /** Whose token the request came with; undefined: none was needed. */
  readonly holder?: TokenRecord | undefined;
}

/** How the registry answers these operations, each by its id. */
export type Routes<Operations extends Readonly<Record<keyof Operations, Declaration>>> = {
  readonly [Id in keyof Operations]: Handler<Operations[Id]>;
};

type Handler<D extends Declaration> = (
  registry: Registry,
  call: Call<D['path'], BodyOf<D>, QueryOf<D>>,
) => Reply<AnswerOf<D>>;

/** What was asked, before body and query are checked. */
export interface RawCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: QueryValues;
  readonly body?: ApiRequest['body'];
  readonly holder?: TokenRecord | undefined;
}

/** Binds an operation of the contract to its answer: a body or query of the wrong shape is refused before it is called. */
export const bind =
  <
    Path extends string,
    Sent extends JsonValue,
    Body extends JsonValue,
    Query extends QueryValues | null,
    Answer extends JsonObject,
  >(
    id: string,
    operation: Declaration<Path, Sent, Body, Query, Answer>,
    answer: (registry: Registry, call: Call<Path, Body, Query>) => Reply<Answer>,
  ) =>
  (registry: Registry, raw: RawCall): Reply<Answer> => {
    if (operation.needsBody && raw.body === undefined) {
      return refused('request_invalid', `The body is missing: ${id} takes a JSON object.`);
    }
    const sent = withoutNulls(operation.body(), raw.body ?? null);
    const body = operation.body().safeParse(sent, { reportInput: true });
    if (!body.success) return refused('request_invalid', `Body, ${schemaFault(body.error, 'whole')}.`);
    const stray = findStray(operation, raw, queryNames(operation));
    if (stray !== undefined) {
      return refused(
        'request_invalid',
        `${id} honours no ${stray}, so nothing was done. An expectation stands in the query of an update or a` +
          ' delete: expect_owner, expect_incarnation, expect_created_at.',
      );
    }
    const unknown = unknownParameter(operation, raw.query);
    if (unknown !== undefined) return refused('request_invalid', `${id} ${unknown}.`);
    const query = operation.query().safeParse(raw.query, { reportInput: true });
    if (!query.success) return refused('request_invalid', `Query, ${schemaFault(query.error, 'whole')}.`);
    return answer(registry, { at: raw.parameters, body: body.data, query: query.data, holder: raw.holder });
  };

/**
 * What would be passed over in silence: the one thing between a client and another's service must not be misspelt or misplaced.
 * A delete takes no body at all, so that no spelling of a guard is lost there; `{}` and `null` are what clients send for none.
 */
const findStray = (
  { takesBody, method }: Declaration,
  raw: RawCall,
  honoured: readonly string[],
): string | undefined => {
  const misspelt = Object.keys(raw.query).find((name) => isExpectation(name) && !honoured.includes(name));
  if (misspelt !== undefined) return `${misspelt} in its query`;
  const inBody = takesBody ? undefined : namesIn(raw.body).find((name) => method === 'DELETE' || isExpectation(name));
  return inBody === undefined ? undefined : `${inBody} in its body`;
};

const isExpectation = (name: string): boolean => /^expect/iu.test(name);

/** The names in a body; a body that is no object has what it is for its only name. */
const namesIn = (body: RawCall['body']): readonly string[] => {
  if (body === undefined || body === null) return [];
  return isJsonObject(body) ? Object.keys(body) : [Array.isArray(body) ? 'list' : typeof body];
};
