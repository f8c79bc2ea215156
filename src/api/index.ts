export * from './bodies';
export * from './client';
export { createClient } from './create-client';
export { httpTransport, type HttpTransportOptions } from './http-transport';
export * from './errors';
export * from './transport';
