import { findOperation } from '../../api';
import { answerer, type AnswerRequest } from './answerer';
import { routes } from './routes';

/** Answers requests of the whole contract. */
export const answerRequest: AnswerRequest = answerer(findOperation, routes);
