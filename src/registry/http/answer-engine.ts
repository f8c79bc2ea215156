import { clockOperations, integrationOperations, operationFinder, serviceOperations } from '../../api';
import { answerer, type AnswerRequest } from './answerer';
import { clockRoutes } from './routes/clock';
import { integrationRoutes } from './routes/integrations';
import { serviceRoutes } from './routes/services';

/**
 * Answers the families of operations that the engine asks for, and knows no other: a process that Terraform starts for one
 * service then loads a third of the contract (decision 0009).
 */
export const answerEngine: AnswerRequest = answerer(
  operationFinder({ served: [...serviceOperations, ...integrationOperations, ...clockOperations], unsimulated: [] }),
  [...serviceRoutes, ...integrationRoutes, ...clockRoutes],
);
