import * as z from 'zod/mini';
import { once, type Basis, type JsonObject, type JsonValue, type RefusalCode } from '../../domain';
import type { ApiRequest } from '../transport';
import { atLeast } from './fields';

/**
 * Who may call: anyone, even without a token; whoever may read the project; whoever may change it; or the administrator of
 * the registry.
 */
export type Need = 'none' | 'read' | 'write' | 'admin';

/** The parameters of a query that were given. */
export type QueryValues = Readonly<Record<string, string>>;

/**
 * One operation of the API, whole: what a client may ask before anything is decided, and what it is answered with status 200. The
 * types of the client and of the registry's answers, the checks of both and the OpenAPI document follow from it.
 */
export interface Declaration<
  Path extends string = string,
  Sent extends JsonValue = JsonValue,
  Body extends JsonValue = JsonValue,
  Query extends QueryValues | null = QueryValues | null,
  Answer extends JsonObject = JsonObject,
> {
  readonly method: ApiRequest['method'];
  /** Template with `{name}` for one percent-encoded part. */
  readonly path: Path;
  readonly needs: Need;
  /** It changes nothing, whatever its method: what a GET asks, or whoever may only read. */
  readonly onlyReads: boolean;
  readonly basis: Basis | 'own';
  /** A token of some projects may ask it, though it names no project: it tells no name of another one. */
  readonly isDiscreet: boolean;
  /** One sentence for the generated page. */
  readonly summary: string;
  /** False: a body that is sent is ignored, as the vendor does. */
  readonly takesBody: boolean;
  /** False: it may come without the body that it takes, which then is null. */
  readonly needsBody: boolean;
  /** Gives a body of the contract from what a client may send. */
  readonly body: () => z.ZodMiniType<Body, Sent>;
  /** Parameters that are not named are ignored, but for paths of our own: a client of the vendor adds `limit` to every request. */
  readonly query: () => z.ZodMiniType<Query>;
  /** The codes that it may be refused with, once each, in the order of their text. */
  readonly refuses: readonly RefusalCode[];
  /** What every answer holds at least. */
  readonly answer: () => z.ZodMiniType<Answer>;
}

/** The parts of a declaration, as types. */
export type SentOf<D extends Declaration> = z.input<ReturnType<D['body']>>;
export type BodyOf<D extends Declaration> = z.output<ReturnType<D['body']>>;
export type QueryOf<D extends Declaration> = z.output<ReturnType<D['query']>>;
export type AnswerOf<D extends Declaration> = z.output<ReturnType<D['answer']>>;

/** The names in a path template. */
export type PartsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PartsOf<Rest>
  : never;

/** No body, or no query: whatever is sent is ignored. */
const none: () => z.ZodMiniType<null, null> = once(() => z.transform((_sent: null) => null));

/** The answer to what has nothing to tell but that it is done. */
const done = once(() => atLeast({ message: z.string() }));

/** The parameters that an operation takes in its query. Never throws. */
export const queryNames = ({ query }: Pick<Declaration, 'query'>): readonly string[] => {
  const schema = query();
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
};

const bare = { body: none, query: none };

/** What operations of one method have in common, unless they say otherwise: whoever may read gets, and whoever may write does the rest. */
export const GET = <Path extends string>(path: Path) => ({ ...bare, method: 'GET', path, needs: 'read' }) as const;

const changing =
  <Method extends ApiRequest['method']>(method: Method) =>
  <Path extends string>(path: Path) =>
    ({ ...bare, method, path, needs: 'write', answer: done }) as const;

export const POST = changing('POST');
export const PUT = changing('PUT');
export const PATCH = changing('PATCH');
export const DELETE = changing('DELETE');

type Shape<
  Path extends string,
  Sent extends JsonValue,
  Body extends JsonValue,
  Query extends QueryValues | null,
  Answer extends JsonObject,
> = Omit<
  Declaration<Path, Sent, Body, Query, Answer>,
  'basis' | 'isDiscreet' | 'onlyReads' | 'refuses' | 'takesBody' | 'needsBody'
> & {
  /** @default true where it takes one */
  readonly needsBody?: false;
  /** @default true where it only looks, outside of `/v1/forkcast` */
  readonly isDiscreet?: boolean;
  /** Beside the codes that follow from the path, the method and who may call. @default none */
  readonly refuses?: readonly RefusalCode[];
  /** @default own below `/v1/forkcast`, documented elsewhere */
  readonly basis?: Basis | 'own';
};

/** What is said where a part of a path names what is not there. */
const missing: Readonly<Record<string, RefusalCode>> = {
  account: 'organization_not_found',
  address: 'record_not_found',
  cloud: 'cloud_unknown',
  database: 'database_not_found',
  endpoint: 'endpoint_not_found',
  group: 'record_not_found',
  integration: 'integration_not_found',
  organization: 'organization_not_found',
  plan: 'plan_unknown',
  pool: 'pool_not_found',
  project: 'project_not_found',
  service: 'service_not_found',
  step: 'record_not_found',
  task: 'task_not_found',
  token: 'token_not_found',
  topic: 'record_not_found',
  type: 'service_type_unknown',
  user: 'user_not_found',
  username: 'user_not_found',
};

/** A guard that stands where nobody honours it is refused everywhere, hence `request_invalid`. */
const refusalsByPlace = ({ path, needs, onlyReads }: Pick<Declaration, 'path' | 'needs' | 'onlyReads'>) =>
  [
    'request_invalid',
    ...[...path.matchAll(/\{(\w+)\}/gu)].flatMap(([, part = '']) => missing[part] ?? []),
    ...(path.includes('{project}') && needs !== 'none' ? (['project_forbidden'] as const) : []),
    ...(onlyReads ? [] : (['write_conflict'] as const)),
    ...(needs === 'none' ? [] : (['token_insufficient', 'token_invalid', 'token_missing'] as const)),
  ] as const;

/**
 * Declares one operation. Its schemas are made when a request is first checked: a short process serves one or two operations of
 * the whole table.
 */
export const operation = <
  Path extends string,
  Sent extends JsonValue,
  Body extends JsonValue,
  Query extends QueryValues | null,
  Answer extends JsonObject,
>(
  shape: Shape<Path, Sent, Body, Query, Answer>,
): Declaration<Path, Sent, Body, Query, Answer> => {
  const isOwn = shape.path.startsWith('/v1/forkcast/');
  const isForReaders = shape.needs === 'none' || shape.needs === 'read';
  const onlyReads = shape.method === 'GET' || isForReaders;
  return {
    ...shape,
    basis: shape.basis ?? (isOwn ? 'own' : 'documented'),
    isDiscreet: shape.isDiscreet ?? (!isOwn && isForReaders),
    onlyReads,
    takesBody: shape.body !== none,
    needsBody: shape.body !== none && shape.needsBody !== false,
    refuses: [...new Set([...refusalsByPlace({ ...shape, onlyReads }), ...(shape.refuses ?? [])])].sort(),
    body: once(shape.body),
    query: once(shape.query),
    answer: once(shape.answer),
  };
};
