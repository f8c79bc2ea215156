export {
  clientOf,
  serviceCalls,
  serviceOperationIds,
  type Asking,
  type LagReportPeriod,
  type OwnerChange,
  type RegistryClient,
  type RowsQuery,
  type ServiceCalls,
  type ServiceOperationId,
} from './client';
export { createClient } from './create-client';
export * from './errors';
export { withFacts, type FactsClient } from './facts-client';
export { simulatorHeader } from './http-exchange';
export { httpTransport, type HttpTransportOptions } from './http-transport';
export { paceOf, type Pace } from './pace';
export { withoutNulls } from './null-fields';
export { openApiDocument, type JsonSchemaOf } from './openapi';
export * from './operations';
export { findProxy } from './proxy';
export { readerOf, type RegistryReader } from './reader';
export type { RefusalBody } from './refusal-body';
export { carriedSettings, renameBody } from './rename-body';
export { tokenFor } from './token';
export * from './transport';
export { isVendorAnswer, vendorFacts, type FactsReader, type VendorFactsOptions } from './vendor-facts';
