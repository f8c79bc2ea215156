import { findOperation, type ApiRequest, type ApiResponse } from '../../api';
import type { Registry } from '../registry';
import { failed, refused } from './answer';
import { routes } from './routes';

const routeById = new Map(routes.map((route) => [route.operation.id, route]));

/**
 * Answers one request of the contract: the same whether it came over a socket or from the same process.
 * Who may ask is decided before, with `findOperation(request).operation.needs`. Throws only what the store throws.
 */
export const answerRequest = (registry: Registry, request: ApiRequest): ApiResponse => {
  const found = findOperation(request);
  switch (found.kind) {
    case 'operation': {
      const { parameters, query } = found;
      const route = routeById.get(found.operation.id);
      return route === undefined
        ? notSimulated(found.operation.id)
        : route.answer(registry, { parameters, query, body: request.body });
    }
    case 'not-simulated':
      return notSimulated(found.operation.id);
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

const notSimulated = (id: string): ApiResponse =>
  refused('operation_not_simulated', `The operation ${id} is not simulated by this registry.`);

const pathOf = (request: ApiRequest): string => request.path.split('?', 1).join('').slice(0, 200);
