export { answerRequest } from './answer-request';
export { routes } from './routes';
export type { Route } from './route';
