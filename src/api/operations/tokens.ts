import * as z from 'zod/mini';
import { maybeText, text } from './fields';
import { operation } from './operation';

export const tokenList = operation({
  id: 'TokenList',
  method: 'GET',
  path: '/v1/forkcast/token',
  needs: 'admin',
  summary: 'Lists the tokens of the registry, revoked ones among them; never the tokens themselves.',
});

export const tokenCreate = operation({
  id: 'TokenCreate',
  method: 'POST',
  path: '/v1/forkcast/token',
  needs: 'admin',
  summary: 'Makes a token known by its SHA-256; the token itself stays with whoever drew it.',
  body: () =>
    z.strictObject({
      hash: text,
      description: z.optional(z.string()),
      access: z.enum(['read', 'write', 'admin']),
      projects: z.optional(z.nullable(z.array(text))),
      expires_at: maybeText,
    }),
});

export const tokenRevoke = operation({
  id: 'TokenRevoke',
  method: 'DELETE',
  path: '/v1/forkcast/token/{token}',
  needs: 'admin',
  summary: 'Ends a token; it never counts again.',
});

/** Operations on the tokens of a registry. */
export const tokenOperations = [tokenList, tokenCreate, tokenRevoke] as const;
