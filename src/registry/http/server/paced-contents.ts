import { contract, type ApiResponse, type FoundOperation } from '../../../api';
import type { Contents, Registry } from '../../registry';
import { atInstant, contentsBody } from '../routes/contents';
import { unknownParameter } from '../unknown-parameter';
import { serviceIn } from '../service-answers';

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
  const { parameters, query } = found;
  const asked = contract.ContentsGet.query().safeParse(query);
  const part = (name: string): string => parameters[name] ?? '';
  try {
    const begun = atInstant(registry(), serviceIn(part), asked.data?.at, (id, at) => registry().contentsSteps(id, at));
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
