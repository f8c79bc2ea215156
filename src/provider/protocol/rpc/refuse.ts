import { encodeDiagnostic, providerBug } from '../diagnostic';
import { message, messagesField } from '../wire/protobuf';

/** An answer that holds nothing but the error, at the field where this call has its diagnostics. */
export const refuseWith =
  (field: number) =>
  (why: string): Uint8Array =>
    message(messagesField(field, [encodeDiagnostic(providerBug(why))]));
