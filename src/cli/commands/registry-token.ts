import type { CommandDefinition } from '../command';
import { done } from '../command';
import { asJson } from '../json';
import { table } from '../show/table';

/** `forkcast registry token list`. */
export const registryTokenList: CommandDefinition = {
  name: 'registry token list',
  summary: 'show the tokens of a registry, never the tokens themselves',
  examples: { 'forkcast registry token list': 'ids, what they allow, and until when' },
  place: 'registry',
  declare: () => async (context) => {
    const { tokens } = await (await context.connect()).ask('TokenList', { at: {}, body: null, query: null });
    const rows = tokens.map((token) => [
      token.id,
      token.access,
      token.projects?.join(', ') ?? 'all',
      token.created_at,
      token.revoked_at === null ? (token.expires_at ?? 'revoked') : `revoked ${token.revoked_at}`,
      token.description,
    ]);
    const text = rows.length === 0 ? 'no tokens' : table(['id', 'allows', 'projects', 'made', 'until', 'for'], rows);
    return done(text, { tokens: tokens.map(asJson) });
  },
};

/** `forkcast registry token revoke`. */
export const registryTokenRevoke: CommandDefinition = {
  name: 'registry token revoke',
  summary: 'end a token',
  about:
    'When the last one is revoked, a served registry answers nobody: make another through the file of the registry.',
  examples: { 'forkcast registry token revoke 3f8a1c9d2b7e4f60': 'it never counts again' },
  place: 'registry',
  declare: (inputs) => {
    const id = inputs.argument('id', 'its id, as listed');
    return async (context) => {
      await (await context.connect()).tell('TokenRevoke', { at: { token: id() }, body: null, query: null });
      return done(`${id()} is revoked`, { id: id(), revoked: true });
    };
  },
};
