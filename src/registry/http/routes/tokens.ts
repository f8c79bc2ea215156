import type { tokenOperations } from '../../../api';
import { parseRecoveryTime, toRfc3339 } from '../../../domain';
import type { TokenRecord } from '../../tokens';
import { answered, carryOut, onExecuted, refused } from '../answer';
import type { Routes } from '../route';
import { writeInstant } from '../write-instant';

/** How the registry answers operations on its tokens. */
export const tokenRoutes: Routes<typeof tokenOperations> = {
  TokenList: (registry) => answered({ tokens: registry.tokens().map(tokenBody) }),

  TokenCreate: (registry, { body }) => {
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
    return onExecuted(registry, { type: 'CreateToken', grant }, ({ id }) => {
      const token = registry.tokens().find((candidate) => candidate.id === id);
      return token === undefined
        ? refused('token_not_found', `The registry has no token ${id ?? ''}.`)
        : answered({ token: tokenBody(token) });
    });
  },

  TokenRevoke: (registry, { at }) => carryOut(registry, { type: 'RevokeToken', id: at.token }, 'revoked'),
};

const tokenBody = (token: TokenRecord) => ({
  id: token.id,
  description: token.description,
  access: token.access,
  projects: token.projects,
  created_at: toRfc3339(token.createdAt),
  expires_at: writeInstant(token.expiresAt),
  revoked_at: writeInstant(token.revokedAt),
});
