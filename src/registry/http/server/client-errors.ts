import { errorBody } from '../answer';

/** What a parser of requests lets pass: each is read whole within a time, or cut, and its first line with all headers has a bound. */
export const parserBounds = { requestTimeout: 60_000, maxHeaderSize: 16 * 1024 } as const;

/** A request that never became one of HTTP, by what its parser said. */
const troubles: Readonly<Record<string, { readonly status: string; readonly message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    message: `The first line and the headers of the request are larger than ${parserBounds.maxHeaderSize} bytes together. Send less.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    message: `The request was not whole within ${parserBounds.requestTimeout / 1_000} s. Send it again, faster.`,
  },
};

const malformed = {
  status: '400 Bad Request',
  message:
    'What was sent is no request of HTTP/1.1 that this server reads. Send one with a body of the length that its headers say.',
};

/** The connection that a request came on. */
interface Connection {
  readonly writable: boolean;
  readonly destroyed: boolean;
  write(text: string): unknown;
  destroy(): unknown;
}

/** Answers what its parser refused, in the shape of every error, and ends the connection: nobody knows where the next request begins. */
const answerClientError = ({ code }: { readonly code: string }, connection: Connection): void => {
  if (code === 'ECONNRESET' || connection.destroyed) return;
  const { status, message } = troubles[code] ?? malformed;
  const body = JSON.stringify(errorBody(Number.parseInt(status, 10), 'request_invalid', message));
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (connection.writable) connection.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  connection.destroy();
};

/** How a server reads requests. */
export const parserOptions = {
  requestTimeout: parserBounds.requestTimeout,
  http: parserBounds,
  clientErrorHandler: answerClientError,
};
