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
 * waits for one part at most. A service that stays is listed once; what comes or goes meanwhile may be listed. Its first parts are made
 * here, and a short list is a text at once. Undefined: another operation is asked for, or it is refused.
 */
export const beginList = (id: OperationId, registry: Registry, raw: RawCall): Made | undefined => {
  if (id !== 'ServiceList') return undefined;
  const { project = '' } = raw.parameters;
  const query = contract.ServiceList.query().safeParse(raw.query);
  if (!query.success || !registry.projects().some(({ name }) => name === project)) return undefined;
  const asked = { query: query.data, holder: raw.holder };
  if (refuseSecrets(asked) !== undefined) return undefined;
  const parts = serviceParts(registry, project, asked);
  const [first, second] = [parts.next(), parts.next()];
  if (first.done === true || second.done === true) return { kind: 'text', text: String(first.value) };
  return { kind: 'parts', parts: goOn([first.value, second.value], parts) };
};

function* goOn(begun: readonly string[], rest: Iterable<string>): Iterable<string> {
  yield* begun;
  yield* rest;
}

function* serviceParts(
  registry: Registry,
  project: string,
  asked: Parameters<typeof shownTo>[0],
): Generator<string, void> {
  let before = '{"services":[';
  for (let after: string | undefined; ;) {
    const services = registry.servicesAfter(project, after, chunk);
    const context = bodyContext(registry);
    const text = services.map((detail) => JSON.stringify(serviceBody(shownTo(asked, detail), context))).join(',');
    if (services.length < chunk) {
      yield `${text === '' && before === ',' ? '' : before}${text}]}`;
      return;
    }
    yield before + text;
    [before, after] = [',', services.at(-1)?.service];
  }
}
