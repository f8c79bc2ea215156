import {
  RequestRefusedError,
  type AnswerOf,
  type Asking,
  type CallOf,
  type Contract,
  type OperationId,
} from '../../api';
import type { Reply } from '../http/answer';

/** How a registry in this process replies to an operation. `mayMiss`: what is not there is no refusal, so its words do not matter. */
type Replying<Known extends OperationId> = <Id extends Known>(
  id: Id,
  call: CallOf<Id>,
  mayMiss: boolean,
) => Promise<Reply<AnswerOf<Contract[Id]>>>;

/** Asks a registry in this process. Its answers are of this very build: they have their types, and are not read again. */
export const askingOf = <Known extends OperationId>(reply: Replying<Known>): Asking<Known> => ({
  ask: async (id, call) => accepted(await reply(id, call, false)),
  find: async (id, call) => {
    const found = await reply(id, call, true);
    return found.status === 404 ? undefined : accepted(found);
  },
  tell: async (id, call) => accepted(await reply(id, call, false)),
});

const accepted = <Body>(reply: Reply<Body>): Body => {
  if (reply.status === 200) return reply.body;
  const { message, errors } = reply.body;
  throw new RequestRefusedError(reply.status, errors[0]?.error_code ?? '', message, errors[0]?.predicted_by);
};
