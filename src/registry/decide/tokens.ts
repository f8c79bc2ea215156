import { projectNamePattern } from '../../domain';
import type { RegistryCommand } from '../commands';
import { mostTokens, deriveTokenId, takesPlace } from '../tokens';
import { accept, firstObjection, refuse } from './decision';
import type { DecideContext, Decision, Objection } from './decision';

type Command<Type extends RegistryCommand['type']> = Extract<RegistryCommand, { readonly type: Type }>;

const longestDescription = 200;
const mostProjects = 100;

/**
 * Decides a new token. Order of checks: its fields, whether it is there already, how many there are. One that has ended never counts.
 * A project need not exist yet: what is made later under that name is reached too.
 */
export const decideCreateToken = (context: DecideContext, { grant }: Command<'CreateToken'>): Decision => {
  const tokens = context.registry.tokens ?? [];
  const id = deriveTokenId(grant.hash);
  const objection = firstObjection(
    () => checkFields(grant),
    () =>
      tokens.some((token) => token.id === id)
        ? refuse('token_already_exists', `Token ${id} already exists. Make another one.`)
        : undefined,
    () =>
      tokens.filter((token) => takesPlace(token, context.wallNow)).length < mostTokens
        ? undefined
        : refuse(
            'request_invalid',
            `A registry holds at most ${mostTokens} tokens, and this one holds them.` +
              ' Revoke some: a day after its end a token no longer counts.',
          ),
  );
  return objection ?? accept([{ type: 'TokenCreated', grant, wallAt: context.wallNow }], id);
};

const checkFields = ({ hash, description, projects }: Command<'CreateToken'>['grant']): Objection => {
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    return refuse('request_invalid', 'The hash of a token is a SHA-256 in 64 lower-case hexadecimal digits.');
  }
  if (description.length > longestDescription) {
    return refuse('request_invalid', `The description of a token has at most ${longestDescription} characters.`);
  }
  if (projects === null) return undefined;
  if (projects.length === 0 || projects.length > mostProjects) {
    return refuse('request_invalid', `A token reaches 1 to ${mostProjects} projects, or all; got ${projects.length}.`);
  }
  const odd = projects.find((project) => !projectNamePattern.test(project));
  return odd === undefined
    ? undefined
    : refuse('project_name_invalid', `${JSON.stringify(odd).slice(0, 80)} is not the name of a project. Correct it.`);
};

/** Decides the end of a token; one that was revoked already is no change. */
export const decideRevokeToken = (context: DecideContext, { id }: Command<'RevokeToken'>): Decision => {
  const token = (context.registry.tokens ?? []).find((candidate) => candidate.id === id);
  if (token === undefined) {
    return refuse('token_not_found', `The registry has no token ${JSON.stringify(id).slice(0, 80)}. List the tokens.`);
  }
  return token.revokedAt === null ? accept([{ type: 'TokenRevoked', id, wallAt: context.wallNow }]) : accept([]);
};
