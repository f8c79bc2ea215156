import type * as z from 'zod/mini';
import { once } from '../../domain';
import type { ApiRequest } from '../transport';

/**
 * Who may call: anyone, even without a token; whoever may read the project; whoever may change it; or the administrator of
 * the registry.
 */
export type Need = 'none' | 'read' | 'write' | 'admin';

/**
 * Where the shape and the meaning of an operation come from: the vendor's documents, the schemas of its clients alone, our
 * inference, or Forkcast itself.
 */
export type Basis = 'documented' | 'schema' | 'inference' | 'own';

/** One operation of the API: what a client may ask, before anything is decided. */
export interface Operation<Path extends string = string, Body = unknown, Query = unknown> {
  /** The vendor's operation id, or our own for paths below `/v1/forkcast`. */
  readonly id: string;
  readonly method: ApiRequest['method'];
  /** Template with `{name}` for one percent-encoded part. */
  readonly path: Path;
  readonly needs: Need;
  /** @default own below `/v1/forkcast`, documented elsewhere */
  readonly basis: Basis;
  /** One sentence for the generated page. */
  readonly summary: string;
  /** Null: the operation takes no body, and one that is sent is ignored, as the vendor does. */
  readonly body: z.ZodMiniType<Body> | null;
  /** Null: no query parameter counts. Parameters that are not named are ignored: a client of the vendor adds `limit` to every request. */
  readonly query: z.ZodMiniType<Query> | null;
}

/** The body of an operation, parsed. */
export type BodyOf<O> = O extends Operation<string, infer Body, unknown> ? Body : never;

/** The names in a path template, each with the text that stood there. */
export type PathParameters<Path extends string> = {
  readonly [Name in NamesOf<Path>]: string;
};

type NamesOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesOf<Rest> : never;

type Left = 'basis' | 'body' | 'query';

type Shape<Path extends string, Body, Query> = Omit<Operation<Path, Body, Query>, Left> &
  Partial<Pick<Operation, 'basis'>> & {
    readonly body?: () => z.ZodMiniType<Body>;
    readonly query?: () => z.ZodMiniType<Query>;
  };

/**
 * Defines one operation; without `body` and `query` it takes none. Their schemas are made when a request is first checked: a
 * short process serves one or two operations of the whole table.
 */
export const operation = <Path extends string, Body = null, Query = null>({
  body: makeBody,
  query: makeQuery,
  ...shape
}: Shape<Path, Body, Query>): Operation<Path, Body, Query> => {
  const body = once(() => makeBody?.() ?? null);
  const query = once(() => makeQuery?.() ?? null);
  return {
    ...shape,
    basis: shape.basis ?? (shape.path.startsWith('/v1/forkcast/') ? 'own' : 'documented'),
    get body() {
      return body();
    },
    get query() {
      return query();
    },
  };
};
