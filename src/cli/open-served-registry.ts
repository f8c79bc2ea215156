export { httpTransport } from '../api';
