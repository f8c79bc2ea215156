export { answerRequest, type AnswerRequest } from './answer-request';
