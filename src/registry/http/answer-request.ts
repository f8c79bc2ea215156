import {
  findOperation,
  type ApiRequest,
  type ApiResponse,
  type FoundOperation,
  type UnsimulatedOperation,
} from '../../api';
import type { Registry } from '../registry';
import type { TokenRecord } from '../tokens';
import { failed, refused, type Refused } from './answer';
import { replyTo } from './routes';

/**
 * Answers one request of the contract: the same whether it came over a socket or from the same process.
 * Who may ask is decided before, by what the found operation needs; `holder` is whose token it came with.
 * Throws only what the store throws.
 */
type AnswerRequest = (registry: Registry, request: ApiRequest, holder?: TokenRecord) => ApiResponse;

/** Answers requests of the whole contract. */
export const answerRequest: AnswerRequest = (registry, request, holder) => {
  const found = findOperation(request);
  if (found.kind !== 'operation') return refuseUnserved(found, request);
  const { operation, parameters, query } = found;
  return replyTo(operation.id, registry, { parameters, query, body: request.body, holder });
};

/** Refuses what asks for no operation of the contract. */
export const refuseUnserved = (found: Exclude<FoundOperation, { kind: 'operation' }>, request: ApiRequest): Refused => {
  switch (found.kind) {
    case 'not-simulated':
      return notSimulated(found.operation);
    case 'wrong-method':
      return failed(
        405,
        'method_not_allowed',
        `${request.method} is not allowed at ${pathOf(request)}. Use ${found.allowed.join(' or ')}.`,
      );
    case 'unknown-path':
      return failed(404, 'path_unknown', `The API has no path ${pathOf(request)}. Paths start with /v1/.`);
  }
};

/** What is never stored here is not there to be read or deleted: clients go on after a 404, where a 400 ends their run. */
const notSimulated = ({ id, method }: UnsimulatedOperation): Refused => {
  const message = `The operation ${id} is not simulated by this registry.`;
  return method === 'GET' || method === 'DELETE'
    ? failed(404, 'operation_not_simulated', message)
    : refused('operation_not_simulated', message);
};

const pathOf = (request: ApiRequest): string => request.path.split('?', 1).join('').slice(0, 200);
