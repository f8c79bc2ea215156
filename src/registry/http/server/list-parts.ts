import { contract, type OperationId } from '../../../api';
import type { Registry } from '../../registry';
import type { RawCall } from '../route';
import { refuseSecrets, shownTo } from '../redaction';
import { bodyContext, serviceBody } from '../service-body';
import type { Made } from './outgoing';

/** Services that are read, written and sent at a time. */
const chunk = 40;

/**
 * The answer to what asks for a long list, in parts that are each read when the one before is on its way: whoever asks for something else
 * waits for one part at most. A service that stays is listed once; what comes or goes meanwhile may be listed. Its first part is made
 * here, so that trouble has a status. Undefined: another operation is asked for, or it is refused.
 */
export const beginList = (id: OperationId, registry: Registry, raw: RawCall): Made | undefined => {
  if (id !== 'ServiceList') return undefined;
  const { project = '' } = raw.parameters;
  const query = contract.ServiceList.query().safeParse(raw.query);
  if (!query.success || !registry.projects().some(({ name }) => name === project)) return undefined;
  const asked = { query: query.data, holder: raw.holder };
  if (refuseSecrets(asked) !== undefined) return undefined;
  const services = listServices(registry, project, asked);
  const first = services.next();
  if (first.done === true) return { kind: 'text', text: '{"services":[]}' };
  if (first.value.length < chunk) return { kind: 'text', text: `{"services":[${first.value.join(',')}]}` };
  return { kind: 'list', name: 'services', elements: goOn(first.value, services) };
};

function* goOn<Part>(begun: Part, rest: Iterable<Part>): Iterable<Part> {
  yield begun;
  yield* rest;
}

function* listServices(
  registry: Registry,
  project: string,
  asked: Parameters<typeof shownTo>[0],
): Generator<readonly string[], void> {
  for (let after: string | undefined; ;) {
    const services = registry.servicesAfter(project, after, chunk);
    const context = bodyContext(registry);
    yield services.map((detail) => JSON.stringify(serviceBody(shownTo(asked, detail), context)));
    if (services.length < chunk) return;
    after = services.at(-1)?.service;
  }
}
