import { clientOf, contract, createClient, type FactsClient, type OperationId } from '../../api';
import { groupCommit, type GroupCommitPorts } from '../group-commit';
import { answerRequest } from '../http';
import type { Registry } from '../registry';
import { replyTo } from '../http/routes';
import { askingOf } from './asking';
import { engineCalls, type Using } from './engine-client';
import { lazyRegistry, type SharedFileOptions } from './open-embedded';

/** Where the registry is, and how work is put off to the end of a turn of the event loop. */
interface EmbeddedClientOptions extends SharedFileOptions, Pick<GroupCommitPorts, 'defer'> {}

/**
 * The whole client of the registry in a file, for a process that works on many services at once. What the engine asks goes past the
 * schemas, and changes that are asked for in one turn of the event loop are one durable commit. It answers and refuses
 * as `createClient` does over a transport. The first request opens the file.
 */
export const openEmbeddedClient = (options: EmbeddedClientOptions): FactsClient => {
  const { use, close } = lazyRegistry(options);
  const commits = new WeakMap<Registry, ReturnType<typeof groupCommit>>();
  const commitOf = (registry: Registry) => {
    const found =
      commits.get(registry) ?? groupCommit({ together: (work) => registry.together(work), defer: options.defer });
    commits.set(registry, found);
    return found;
  };
  const useFor = (id: OperationId): Using =>
    contract[id].onlyReads ? use : async (work) => use((registry) => commitOf(registry)(() => work(registry)));
  const whole = askingOf((id, { at, body, query }) =>
    useFor(id)((registry) =>
      replyTo(id, registry, { parameters: at, query: query ?? {}, ...(contract[id].takesBody ? { body } : {}) }),
    ),
  );
  return {
    ...createClient({
      target: `sqlite:${options.path}`,
      send: (request) =>
        use((registry) => {
          const answer = () => answerRequest(registry, request);
          return request.method === 'GET' ? answer() : commitOf(registry)(answer);
        }),
      close,
    }),
    ...clientOf(whole),
    ...engineCalls(useFor),
    facts: (only) => use((registry) => registry.facts(only)),
  };
};
