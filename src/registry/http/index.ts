export { answerRequest } from './answer-request';
export type { AnswerRequest } from './answerer';
export { routes } from './routes';
export type { Route } from './route';
