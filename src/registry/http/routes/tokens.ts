import { tokenCreate, tokenList, tokenRevoke } from '../../../api';
import { parseRecoveryTime, toRfc3339, type EpochMs, type JsonObject } from '../../../domain';
import type { TokenRecord } from '../../tokens';
import { answered, onAccepted, refused } from '../answer';
import { route } from '../route';

/** How the registry answers operations on its tokens. */
export const tokenRoutes = [
  route(tokenList, (registry) => answered({ tokens: registry.tokens().map(tokenBody) })),

  route(tokenCreate, (registry, { body }) => {
    const end = body.expires_at ?? null;
    const time = end === null ? undefined : parseRecoveryTime(end);
    if (end !== null && time === undefined) {
      const shown = JSON.stringify(end).slice(0, 80);
      return refused('request_invalid', `Body, expires_at: ${shown} is no date-time such as 2026-11-20T08:00:00Z.`);
    }
    const grant = {
      hash: body.hash,
      description: body.description ?? '',
      access: body.access,
      projects: body.projects ?? null,
      expiresAt: time?.at ?? null,
    };
    return onAccepted(registry.execute({ type: 'CreateToken', grant }), ({ id }) => {
      const token = registry.tokens().find((candidate) => candidate.id === id);
      return answered(token === undefined ? {} : { token: tokenBody(token) });
    });
  }),

  route(tokenRevoke, (registry, { parameters }) =>
    onAccepted(registry.execute({ type: 'RevokeToken', id: parameters.token }), () => answered({ message: 'revoked' })),
  ),
];

const tokenBody = (token: TokenRecord): JsonObject => ({
  id: token.id,
  description: token.description,
  access: token.access,
  projects: token.projects,
  created_at: toRfc3339(token.createdAt),
  expires_at: textOf(token.expiresAt),
  revoked_at: textOf(token.revokedAt),
});

const textOf = (at: EpochMs | null): string | null => (at === null ? null : toRfc3339(at));
