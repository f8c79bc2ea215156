import { contract, type ApiResponse, type FoundOperation } from '../../../api';
import type { Contents, Registry } from '../../registry';
import { atInstant, contentsBody } from '../routes/contents';
import { unknownParameter } from '../unknown-parameter';

/**
 * What a service held, worked out in steps of a turn of the event loop each, since digests of many rows take their time. Undefined:
 * something else is asked for, or what is asked is refused.
 */
export const pacedContents = (
  registry: () => Registry,
  found: FoundOperation,
  defer: (work: () => void) => void,
): Promise<ApiResponse> | undefined => {
  if (found.kind !== 'operation' || found.operation.id !== 'ContentsGet') return undefined;
  const at: Readonly<Record<'project' | 'service', string>> = found.parameters;
  const { query } = found;
  const asked = contract.ContentsGet.query().safeParse(query);
  try {
    const begun = atInstant(registry(), at, asked.data?.at, (id, instant) => registry().contentsSteps(id, instant));
    return asked.success && unknownParameter(found.operation, query) === undefined && begun.status === 200
      ? finish(begun.body, () => new Promise((next) => defer(next)))
      : undefined;
  } catch {
    // It is asked again as everything else is, and its trouble told.
    return undefined;
  }
};

const finish = async (steps: Generator<void, Contents>, turn: () => Promise<void>): Promise<ApiResponse> => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { status: 200, body: contentsBody(step.value) };
    await turn();
  }
};
