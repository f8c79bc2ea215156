export { answerRequest } from './answer-request';
