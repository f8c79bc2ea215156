import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, maybeText, nullableText, text, texts } from './fields';
import { DELETE, GET, POST, operation } from './operation';

const token = once(() =>
  atLeast({
    id: z.string(),
    description: z.string(),
    access: z.enum(['read', 'write', 'admin']),
    projects: z.nullable(texts),
    created_at: z.string(),
    expires_at: nullableText,
    revoked_at: nullableText,
  }),
);

/** Operations on the tokens of a registry. */
export const tokenOperations = {
  TokenList: operation({
    ...GET('/v1/forkcast/token'),
    needs: 'admin',
    summary: 'Lists the tokens of the registry, revoked ones among them; never the tokens themselves.',
    answer: () => atLeast({ tokens: list(token()) }),
  }),

  TokenCreate: operation({
    ...POST('/v1/forkcast/token'),
    needs: 'admin',
    summary: 'Makes a token known by its SHA-256; the token itself stays with whoever drew it.',
    body: () =>
      z.strictObject({
        hash: text,
        description: z.exactOptional(z.string()),
        access: z.enum(['read', 'write', 'admin']),
        projects: z.exactOptional(z.nullable(list(text))),
        expires_at: maybeText,
      }),
    answer: () => atLeast({ token: token() }),
    refuses: ['project_name_invalid', 'token_already_exists'],
  }),

  TokenRevoke: operation({
    ...DELETE('/v1/forkcast/token/{token}'),
    needs: 'admin',
    summary: 'Ends a token; it never counts again.',
  }),
};
