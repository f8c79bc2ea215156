import type * as z from 'zod/mini';
import type { ApiRequest } from '../transport';

/** Who may call: whoever may read the project, whoever may change it, or the administrator of the registry. */
export type Need = 'read' | 'write' | 'admin';

/** One operation of the API: what a client may ask, before anything is decided. */
export interface Operation<Path extends string = string, Body = unknown, Query = unknown> {
  /** The vendor's operation id, or our own for paths below `/v1/forkcast`. */
  readonly id: string;
  readonly method: ApiRequest['method'];
  /** Template with `{name}` for one percent-encoded part. */
  readonly path: Path;
  readonly needs: Need;
  /** One sentence for the generated page. */
  readonly summary: string;
  /** Null: the operation takes no body, and one that is sent is ignored, as the vendor does. */
  readonly body: z.ZodMiniType<Body> | null;
  /** Null: no query parameter counts. Parameters that are not named are ignored: a client of the vendor adds `limit` to every request. */
  readonly query: z.ZodMiniType<Query> | null;
}

/** The names in a path template, each with the text that stood there. */
export type PathParameters<Path extends string> = {
  readonly [Name in NamesOf<Path>]: string;
};

type NamesOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesOf<Rest> : never;

type Shape<Path extends string, Body, Query> = Omit<Operation<Path, Body, Query>, 'body' | 'query'> &
  Partial<Pick<Operation<Path, Body, Query>, 'body' | 'query'>>;

/** Defines one operation; without `body` and `query` it takes none. */
export const operation = <Path extends string, Body = null, Query = null>(
  shape: Shape<Path, Body, Query>,
): Operation<Path, Body, Query> => ({ ...shape, body: shape.body ?? null, query: shape.query ?? null });
