import * as z from 'zod/mini';
import { schemaFault } from '../domain';
import type { Asked } from './asking-over';
import type { AnswerOf, Contract, Declaration, OperationId } from './operations';

/** What of a declaration a client looks at. */
export type Answering<Id extends OperationId> = Pick<Declaration, 'method' | 'takesBody'> & {
  readonly path: Contract[Id]['path'];
  readonly answer: () => z.ZodMiniType<AnswerOf<Contract[Id]>>;
};

/** An operation for a client, whose answers are read by its schema. */
export const asked = <Id extends OperationId>({ method, path, takesBody, answer }: Answering<Id>): Asked<Id> => ({
  method,
  path,
  takesBody,
  read: (body) => {
    const parsed = answer().safeParse(body, { reportInput: true });
    return parsed.success
      ? { kind: 'answer', answer: parsed.data }
      : { kind: 'fault', fault: schemaFault(parsed.error, wholeOf(answer())) };
  },
});

/** An answer of one field goes by its name. */
const wholeOf = (schema: z.ZodMiniType): string => {
  const fields = schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
  return (fields.length === 1 ? fields[0] : undefined) ?? 'the body';
};
