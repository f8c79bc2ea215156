import type { ApiRequest, ApiResponse, Operation, PathParameters } from '../../api';
import { isJsonObject, schemaFault } from '../../domain';
import type { Registry } from '../registry';
import type { TokenRecord } from '../tokens';
import { refused } from './answer';

/** One request of an operation, with every part checked against the contract. */
export interface Call<Path extends string, Body, Query> {
  readonly parameters: PathParameters<Path>;
  readonly body: Body;
  readonly query: Query;
  /** Whose token the request came with; undefined: none was needed. */
  readonly holder?: TokenRecord | undefined;
}

/** What was asked, before body and query are checked. */
export interface RawCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: ApiRequest['body'];
  readonly holder?: TokenRecord | undefined;
}

/** An operation and how the registry answers it. */
export interface Route {
  readonly operation: Operation;
  answer(registry: Registry, raw: RawCall): ApiResponse;
}

/** Binds an operation of the contract to its answer: a body or query of the wrong shape is refused before it is called. */
export const route = <Path extends string, Body, Query>(
  operation: Operation<Path, Body, Query>,
  answer: (registry: Registry, call: Call<Path, Body, Query>) => ApiResponse,
): Route => ({
  operation,
  answer: (registry, raw) => {
    if (operation.body !== null && raw.body === undefined) {
      return refused('request_invalid', `The body is missing: ${operation.id} takes a JSON object.`);
    }
    const body = operation.body?.safeParse(raw.body, { reportInput: true });
    if (body?.success === false) return refused('request_invalid', `Body, ${schemaFault(body.error, 'whole')}.`);
    const query = operation.query?.safeParse(raw.query, { reportInput: true });
    if (query?.success === false) return refused('request_invalid', `Query, ${schemaFault(query.error, 'whole')}.`);
    const stray = strayOf(operation, raw, query?.data ?? {});
    if (stray !== undefined) {
      return refused(
        'request_invalid',
        `${operation.id} honours no ${stray}, so nothing was done. An expectation stands in the query of an update or a` +
          ' delete: expect_owner, expect_incarnation, expect_created_at.',
      );
    }
    // The template's names are those of the match, and an operation without a schema declares its body or query as null.
    const call = {
      parameters: raw.parameters,
      body: body?.data ?? null,
      query: query?.data ?? null,
      holder: raw.holder,
    } as Call<Path, Body, Query>;
    return answer(registry, call);
  },
});

/**
 * What would be passed over in silence: the one thing between a client and another's service must not be misspelt or misplaced.
 * A delete takes no body at all, so that no spelling of a guard is lost there; `{}` and `null` are what clients send for none.
 */
const strayOf = ({ body, method }: Operation, raw: RawCall, honoured: object): string | undefined => {
  const misspelt = Object.keys(raw.query).find((name) => isExpectation(name) && !(name in honoured));
  if (misspelt !== undefined) return `${misspelt} in its query`;
  const inBody =
    body === null ? namesIn(raw.body).find((name) => method === 'DELETE' || isExpectation(name)) : undefined;
  return inBody === undefined ? undefined : `${inBody} in its body`;
};

const isExpectation = (name: string): boolean => /^expect/iu.test(name);

/** The names in a body; a body that is no object has what it is for its only name. */
const namesIn = (body: RawCall['body']): readonly string[] => {
  if (body === undefined || body === null) return [];
  return isJsonObject(body) ? Object.keys(body) : [Array.isArray(body) ? 'list' : typeof body];
};
