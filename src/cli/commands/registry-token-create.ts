import { createHash, randomBytes } from 'node:crypto';
import type { RegistryClient } from '../../api';
import { endOfTime, nearestName, parseDurationMs, toRfc3339 } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { asJson } from '../json';

/** `forkcast registry token create`. */
export const registryTokenCreate: CommandDefinition = {
  name: 'registry token create',
  summary: 'make a token for a registry that is served',
  about:
    'The token is drawn here and shown once; the registry keeps its hash alone. From the first token on, a served registry ' +
    'answers no request without one. read looks, write also changes what is in projects, admin does everything.',
  examples: {
    'forkcast registry token create': 'the administrator’s',
    'forkcast registry token create --access write --reach demo --expires 30d': 'for a pipeline',
  },
  place: 'registry',
  declare: (inputs) => {
    const access = inputs.choice('--access <access>', 'what it allows (default: admin)', ['read', 'write', 'admin']);
    const reach = inputs.textList('--reach <project>', 'a project that it reaches, can be repeated (default: all)');
    const expires = inputs.text(
      '--expires <duration>',
      'how long it counts, such as 30d (default: until it is revoked)',
    );
    const description = inputs.text('--description <text>', 'what it is for');
    return async (context) => {
      const token = randomBytes(32).toString('base64url');
      const body = {
        hash: createHash('sha256').update(token).digest('hex'),
        description: description() ?? '',
        access: access() ?? 'admin',
        projects: reach().length === 0 ? null : [...reach()],
        expires_at: parseEnd(expires(), context.terminal.now()),
      };
      const client = await context.connect();
      const missing = await notThere(client, reach());
      const { token: made } = await client.ask('TokenCreate', { at: {}, body, query: null });
      context.log('This token is shown once. Give it in FORKCAST_TOKEN, or as "Authorization: aivenv1 TOKEN".');
      for (const note of missing) context.log(note);
      return done(token, { token, made: asJson(made) });
    };
  },
};

/** What is told of projects that are not there: the token reaches what is made later under such a name. */
const notThere = async (client: RegistryClient, reach: readonly string[]): Promise<readonly string[]> => {
  if (reach.length === 0) return [];
  const there = (await client.listProjects()).map(({ project_name: name }) => name);
  return reach
    .filter((name) => !there.includes(name))
    .map((name) => {
      const near = nearestName(name, there);
      const meant = near === undefined ? '' : ` Did you mean ${near}?`;
      return `warning: there is no project ${name}; the token reaches one that is made under that name later.${meant}`;
    });
};

const parseEnd = (text: string | undefined, now: number): string | null => {
  if (text === undefined) return null;
  const durationMs = parseDurationMs(text);
  if (durationMs === undefined) {
    throw new UsageError(`--expires is a number with ms, s, m, h, d or w, such as 30d; got '${text}'.`);
  }
  if (durationMs === 0) {
    throw new UsageError(
      `--expires is longer than nothing, such as 30d; got '${text}', a token that is over when it is made.`,
    );
  }
  if (now + durationMs > endOfTime) {
    throw new UsageError(
      `--expires ends by ${toRfc3339(endOfTime)}; got '${text}', which is longer. A token without --expires counts until it is revoked.`,
    );
  }
  return toRfc3339(now + durationMs);
};
