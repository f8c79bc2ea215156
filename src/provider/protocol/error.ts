/**
 * The base of every error that the protocol throws. `code` is stable. Whoever reads it needs to know whose fault it is:
 * the wire and value errors mean that Terraform and the provider do not understand each other, which is a bug.
 */
export abstract class ProtocolError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** Bytes that are not what the protocol says: truncated, of another type, or beyond a bound. */
export class WireError extends ProtocolError {
  readonly code = 'FC_PROTOCOL_WIRE';
}

/** A value that does not fit its type: an attribute is missing, a text is not a number. */
export class ValueError extends ProtocolError {
  readonly code = 'FC_PROTOCOL_VALUE';
}

/** A resource, data source or function that breaks a promise of the framework: always a bug of the provider. */
export class ProviderBugError extends ProtocolError {
  readonly code = 'FC_PROTOCOL_PROVIDER_BUG';
}
