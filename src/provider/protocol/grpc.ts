import { WireError } from './error';

/** The codes of gRPC that are answered here. */
export const grpcStatus = { ok: 0, unknown: 2, resourceExhausted: 8, unimplemented: 12, internal: 13 } as const;

/** What a call ends with. Only a bug ends one with a status that is neither `ok` nor `unimplemented`. */
export type GrpcAnswer =
  | { readonly kind: 'ok'; readonly message: Uint8Array }
  | { readonly kind: 'stream'; readonly messages: AsyncIterable<Uint8Array> }
  | { readonly kind: 'failed'; readonly status: number; readonly why: string };

/** A larger request is refused; Terraform's own bound for what it receives is 2 GiB. */
export const requestBytesMax = 256 * 1024 * 1024;

const headBytes = 5;

/** A message in its gRPC frame: not compressed, length first. */
export const frame = (message: Uint8Array): Buffer => {
  const framed = Buffer.allocUnsafe(headBytes + message.length);
  framed.writeUInt8(0, 0);
  framed.writeUInt32BE(message.length, 1);
  framed.set(message, headBytes);
  return framed;
};

/** The one message of a unary call. @throws WireError when it is compressed or not whole. */
export const unframe = (bytes: Buffer): Uint8Array => {
  if (bytes.length < headBytes) throw new WireError('The call carries no message.');
  if (bytes.readUInt8(0) !== 0) throw new WireError('The message is compressed, which was not offered.');
  const length = bytes.readUInt32BE(1);
  if (bytes.length !== headBytes + length)
    throw new WireError(`The message has ${bytes.length - headBytes} bytes, not ${length}.`);
  return bytes.subarray(headBytes);
};

/** The text of a status as a header may carry it: percent-encoded outside printable ASCII. */
export const statusText = (why: string): string => encodeURIComponent(why).replace(/%20/g, ' ');
