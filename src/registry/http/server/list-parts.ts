import { contract, type OperationId } from '../../../api';
import type { Registry } from '../../registry';
import type { RawCall } from '../route';
import { refuseSecrets, shownTo } from '../redaction';
import { serviceBody } from '../service-body';
import type { Made } from './outgoing';
import { unfold } from './unfold';

type Asked = Parameters<typeof shownTo>[0];

/** Services that are read, written and sent at a time. */
const chunk = 80;

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
  const first = writeServices(registry, { project, after: undefined }, asked);
  return first.last === undefined
    ? { kind: 'text', text: `{"services":[${first.texts.join(',')}]}` }
    : {
        kind: 'list',
        name: 'services',
        elements: goOn(first, (after) => writeServices(registry, { project, after }, asked)),
      };
};

const goOn = (first: Written, writeAfter: (name: string) => Written): Iterable<readonly string[]> => {
  let [begun, after]: [Written | undefined, string | undefined] = [first, first.last];
  return unfold(() => {
    const part = begun ?? (after === undefined ? undefined : writeAfter(after));
    [begun, after] = [undefined, part?.last];
    return part?.texts;
  });
};

interface Written {
  readonly texts: readonly string[];
  /** The name of the last one, when more may follow. */
  readonly last: string | undefined;
}

/** Some services after a name, as JSON texts. */
const writeServices = (
  registry: Registry,
  { project, after }: { readonly project: string; readonly after: string | undefined },
  asked: Asked,
): Written => {
  const services = registry.servicesAfter(project, after, chunk);
  return {
    texts: services.map((detail) => JSON.stringify(serviceBody(shownTo(asked, detail)))),
    last: services.length < chunk ? undefined : services.at(-1)?.facts.service,
  };
};
