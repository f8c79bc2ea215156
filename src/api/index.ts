export * from './bodies';
export * from './client';
export { createClient } from './create-client';
export * from './errors';
export { httpTransport, type HttpTransportOptions } from './http-transport';
export { openApiDocument, type JsonSchemaOf } from './openapi';
export * from './operations';
export * from './transport';
export { vendorFacts, type VendorFactsOptions } from './vendor-facts';
