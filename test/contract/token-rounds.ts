import { createHash } from 'node:crypto';
import { operations, unsimulatedOperations } from '../../src/api';
import { expectEqual } from '../expect-equal';
import { aCreate } from '../registry/world';
import { aServer, type Answer, type Server } from './a-server';
import { examples, preparedFor } from './examples';

type Access = 'read' | 'write' | 'admin';
const accesses: readonly Access[] = ['read', 'write', 'admin'];
const rank = { none: 0, read: 1, write: 2, admin: 3 } as const;

/** Known in a project that no token of these reaches: never in what its holder is told. */
const hidden = { project: 'foreign', service: 'hidden-elsewhere', endpoint: 'hidden-endpoint' };

interface Place {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly needs: Access | 'none';
}

/** All that is served, and one in so many of what is refused by its name, as nobody but a token of access `read` may ask. */
const placesOf = (oneIn: number): readonly Place[] => [
  ...operations.filter(({ id }) => id !== 'FaultSet'),
  ...unsimulatedOperations
    .filter((_, index) => index % oneIn === 0)
    .map(({ id, method, path }) => ({ id, method, path, needs: 'read' }) as const),
];

const refusedForToken = /"error_code":"(?:token_insufficient|token_invalid|token_missing|project_forbidden)/;

const statuses = new Map<string, number>();

interface Asked {
  readonly server: Server;
  readonly ask: (place: Place, authorization: string | undefined, project: string) => Promise<Answer>;
}

const open = (): Asked => {
  const server = aServer();
  const parts = preparedFor(server.world);
  server.world.run(aCreate({ project: hidden.project, service: hidden.service, plan: 'startup-4' }), {
    type: 'CreateEndpoint',
    project: hidden.project,
    name: hidden.endpoint,
    endpointType: 'rsyslog',
    userConfig: {},
  });
  const token = createHash('sha256').update('none').digest('hex').slice(0, 16);
  return {
    server,
    ask: async ({ id, method, path }, authorization, project) => {
      const { body, path: own = {} } = examples[id] ?? {};
      const all: Readonly<Record<string, string>> = { ...parts, token, ...own, project, project_name: project };
      const filled = path.replace(/\{(\w+)\}/g, (_part, name: string) => encodeURIComponent(all[name] ?? 'x'));
      const answer = await server.send({
        method,
        path: filled,
        headers: authorization === undefined ? {} : { authorization },
        body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
      });
      statuses.set(String(answer.status), (statuses.get(String(answer.status)) ?? 0) + 1);
      return answer;
    },
  };
};

const inProject = ({ path }: { readonly path: string }): boolean => path.includes('{project}');

/** What tokens may ask, and what they are told, of every operation that is served and of one in so many of the others. */
export const tokensCount = (oneIn: number): void =>
  describe('every operation', () => {
    const places = placesOf(oneIn);
    afterAll(() => {
      const all = [...statuses].sort().map(([status, count]) => `${count} × ${status}`);
      console.log(`${places.length} operations: ${all.join(', ')}`);
    });

    test('is 401 without a token that counts, unless it needs none', async () => {
      const { server, ask } = open();
      const [revoked, expired] = [server.token('admin'), server.token('admin')];
      const ids = server.world.registry.tokens().map(({ id }) => id);
      server.world.run({ type: 'RevokeToken', id: ids[0] ?? '' }, { type: 'RevokeToken', id: ids[1] ?? '' });
      const garbled = ['aivenv1 nonsense', `Basic ${expired}`, `aivenv1 ${revoked}`, `aivenv1 ${expired}x`, ''];
      for (const [index, place] of places.entries()) {
        for (const authorization of [undefined, garbled[index % garbled.length]]) {
          const { status, text } = await ask(place, authorization, 'demo');
          const isRight = place.needs === 'none' || status === 401;
          expectEqual([place.id, authorization, isRight], [place.id, authorization, true]);
          expect(text).not.toMatch(/hidden-/);
        }
      }
      await server.close();
    });

    test.each(accesses)(
      'with a token of access %s is 403 where it needs more, and refused for no token else',
      async (access) => {
        const { server, ask } = open();
        const authorization = `aivenv1 ${server.token(access)}`;
        server.token('admin');
        for (const place of places) {
          const { status, text } = await ask(place, authorization, 'demo');
          const may = rank[access] >= rank[place.needs];
          expectEqual([place.id, refusedForToken.test(text), status < 500], [place.id, !may, true]);
          if (!may) expect(text).toContain(`The token allows ${access}, but this needs ${place.needs}.`);
        }
        await server.close();
      },
    );

    test.each(accesses)('with a token of one project and access %s tells nothing of another', async (access) => {
      const { server, ask } = open();
      const authorization = `aivenv1 ${server.token(access, ['demo'])}`;
      for (const place of places) {
        for (const project of /\{project(?:_name)?\}/.test(place.path)
          ? ['demo', hidden.project, 'nowhere']
          : ['demo']) {
          const { status, text } = await ask(place, authorization, project);
          const elsewhere = inProject(place) && project !== 'demo';
          const mayNot = rank[access] < rank[place.needs] || elsewhere;
          if (mayNot) expectEqual([place.id, project, status], [place.id, project, 403]);
          if (elsewhere && rank[access] >= rank[place.needs]) expect(text).toContain(`project ${project}`);
          expect(text.replaceAll(`project ${project}`, '')).not.toMatch(/hidden-|foreign/);
        }
      }
      await server.close();
    });
  });
