import { clientOf, contract, createClient, type FactsClient } from '../../api';
import { answerRequest } from '../http';
import { replyTo } from '../http/routes';
import { askingOf } from './asking';
import { committing, type CommittingOptions } from './committing';
import { engineCalls } from './engine-client';

/**
 * The whole client of the registry in a file, for a process that works on many services at once. What the engine asks goes past the
 * schemas. It answers and refuses as `createClient` does over a transport. The first request opens the file.
 */
export const openEmbeddedClient = (options: CommittingOptions): FactsClient => {
  const { read, change, usingOf, close } = committing(options);
  const useFor = usingOf(contract);
  const whole = askingOf((id, { at, body, query }) =>
    useFor(id)((registry) =>
      replyTo(id, registry, { parameters: at, query: query ?? {}, ...(contract[id].takesBody ? { body } : {}) }),
    ),
  );
  return {
    ...createClient({
      target: `sqlite:${options.path}`,
      send: (request) => {
        const use = request.method === 'GET' ? read : change;
        return use((registry) => answerRequest(registry, request));
      },
      close,
    }),
    ...clientOf(whole),
    ...engineCalls(useFor),
    facts: (only) => read((registry) => registry.facts(only)),
  };
};
