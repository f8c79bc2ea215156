import { createHash } from 'node:crypto';
import type { ApiResponse, FoundOperation, Need } from '../../../api';
import type { EpochMs } from '../../../domain';
import { tokenCounts, type TokenAccess, type TokenRecord } from '../../tokens';
import { refused } from '../answer';

/** Who asks: the holder of a token, or anyone, who counts as the administrator while no token was ever made. */
export type Caller =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'holder'; readonly token: TokenRecord }
  /** Without a token that counts, at an operation that needs none. */
  | { readonly kind: 'guest' }
  | {
      readonly kind: 'nobody';
      readonly answer: ApiResponse;
      /** The token that was sent, when its time is over and nothing says so yet. */ readonly expired?: string;
    };

const schemes = /^(?:aivenv1|bearer) +(\S+) *$/i;
const bare = /^(\S+)$/;

/**
 * Who sent this `Authorization` header. From the first token on only tokens count, also when all of them have ended. A header that is
 * the token alone, without a scheme, is read only where `allowBare`.
 */
export const identifyCaller = (
  authorization: string | undefined,
  {
    tokens,
    wallNow,
    allowBare,
    open,
  }: {
    readonly tokens: readonly TokenRecord[];
    readonly wallNow: EpochMs;
    readonly allowBare: boolean;
    /** The operation needs no token. */
    readonly open: boolean;
  },
): Caller => {
  if (tokens.length === 0) return { kind: 'anyone' };
  const text = authorization ?? '';
  const secret = schemes.exec(text)?.[1] ?? (allowBare ? bare.exec(text)?.[1] : undefined);
  if (secret === undefined) {
    if (open) return { kind: 'guest' };
    const how = 'Send one as "Authorization: aivenv1 TOKEN".';
    return { kind: 'nobody', answer: refused('token_missing', `Authentication failed: there is no token. ${how}`) };
  }
  const hash = createHash('sha256').update(secret).digest('hex');
  const token = tokens.find((candidate) => candidate.hash === hash);
  if (token !== undefined && tokenCounts(token, wallNow)) return { kind: 'holder', token };
  if (open) return { kind: 'guest' };
  const why = 'the token is unknown, revoked or expired. Ask an administrator for another one.';
  const answer = refused('token_invalid', `Authentication failed: ${why}`);
  return token?.revokedAt === null ? { kind: 'nobody', answer, expired: token.id } : { kind: 'nobody', answer };
};

const rank: Readonly<Record<Need | TokenAccess, number>> = { none: 0, read: 1, write: 2, admin: 3 };

/**
 * Why the holder of a token may not do this; undefined: they may. A project outside the token's is answered alike whether it exists
 * or not. @see API reference, 403 `Not a project member` (read 2026-11-20)
 */
export const objectionTo = (found: FoundOperation, path: string, token: TokenRecord): ApiResponse | undefined => {
  const served = found.kind === 'operation' ? found : undefined;
  const needs = served?.operation.needs ?? 'read';
  if (rank[token.access] < rank[needs]) {
    return refused('token_insufficient', `The token allows ${token.access}, but this needs ${needs}.`);
  }
  if (token.projects === null) return undefined;
  const project = served?.parameters.project ?? projectIn(path);
  if (project !== undefined) {
    return token.projects.includes(project) ? undefined : refused('project_forbidden', notMember(project));
  }
  return served === undefined || served.operation.isDiscreet ? undefined : refused('token_insufficient', onlyProjects);
};

/** In the vendor's words, then what was asked for: whoever asks has said it. */
const notMember = (project: string): string =>
  `Not a project member: the token does not reach project ${project.slice(0, 80)}.`;

const onlyProjects = 'The token reaches some projects alone, but this concerns the whole registry.';

const projectIn = (path: string): string | undefined => /^\/+v1\/(?:forkcast\/)?project\/([^/?]+)/.exec(path)?.[1];
