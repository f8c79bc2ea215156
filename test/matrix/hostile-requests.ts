/** What a stranger may send. */
export interface HostileRequest {
  readonly bytes: string | Buffer;
  /** The sender closes its side after it. */
  readonly ends?: boolean;
}

const host = 'host: 127.0.0.1';
const get = (target: string): string => `GET ${target} HTTP/1.1\r\n${host}\r\nconnection: close\r\n\r\n`;
/** A read with these headers. */
export const withHeaders = (...headers: readonly string[]): string =>
  `GET /v1/project HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`;
const advance = 'POST /v1/forkcast/clock/advance HTTP/1.1';
const hour = '{"by_ms":3600000}';
/** A write that moves the clock, were it read. */
export const write = (headers: readonly string[], body: string): string =>
  [advance, host, ...headers, '', body].join('\r\n');
const bytesOf = (...values: readonly number[]): Buffer => Buffer.from(values);
const joined = (...parts: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

/** What is hardly HTTP, or just so. */
export const requests: Readonly<Record<string, HostileRequest>> = {
  'nothing, then its end': { bytes: '', ends: true },
  'blank lines only': { bytes: '\r\n\r\n\r\n', ends: true },
  'bytes of every value': { bytes: Buffer.from(Array.from({ length: 256 }, (_, value) => value)) },
  'a TLS hello': { bytes: bytesOf(0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x00) },
  'the preface of HTTP/2': { bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  'an upgrade to h2c': {
    bytes: withHeaders(host, 'connection: upgrade, http2-settings', 'upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__'),
  },
  'an upgrade to a WebSocket': {
    bytes: withHeaders(
      host,
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
      'sec-websocket-version: 13',
    ),
  },
  'no version': { bytes: 'GET /v1/project\r\n\r\n' },
  'version 0.9': { bytes: 'GET /v1/project HTTP/0.9\r\n\r\n' },
  'version 1.0': { bytes: 'GET /v1/project HTTP/1.0\r\n\r\n' },
  'version 2.0 by name': { bytes: `GET /v1/project HTTP/2.0\r\n${host}\r\n\r\n` },
  'version 9.9': { bytes: `GET /v1/project HTTP/9.9\r\n${host}\r\n\r\n` },
  'another protocol': { bytes: `GET /v1/project ICY/1.1\r\n${host}\r\n\r\n` },
  'a method in small letters': { bytes: `get /v1/project HTTP/1.1\r\n${host}\r\n\r\n` },
  'a method that is none': { bytes: `STEAL /v1/project HTTP/1.1\r\n${host}\r\n\r\n` },
  'a method of 100 kB': { bytes: `${'A'.repeat(100_000)} / HTTP/1.1\r\n${host}\r\n\r\n` },
  'method CONNECT': { bytes: `CONNECT 127.0.0.1:22 HTTP/1.1\r\n${host}\r\n\r\n` },
  'method TRACE': { bytes: `TRACE /v1/project HTTP/1.1\r\n${host}\r\nconnection: close\r\n\r\n` },
  'method PURGE': { bytes: `PURGE /v1/project HTTP/1.1\r\n${host}\r\nconnection: close\r\n\r\n` },
  'method OPTIONS for all': { bytes: `OPTIONS * HTTP/1.1\r\n${host}\r\nconnection: close\r\n\r\n` },
  'two spaces in the first line': { bytes: `GET  /v1/project HTTP/1.1\r\n${host}\r\n\r\n` },
  'a tab in the first line': { bytes: `GET\t/v1/project\tHTTP/1.1\r\n${host}\r\n\r\n` },
  'a space in the target': { bytes: `GET /v1/pro ject HTTP/1.1\r\n${host}\r\n\r\n` },
  'lines that end with LF alone': { bytes: `GET /v1/project HTTP/1.1\n${host}\n\n` },
  'lines that end with CR alone': { bytes: `GET /v1/project HTTP/1.1\r${host}\r\r` },
  'an absolute target': { bytes: get('http://127.0.0.1/v1/project') },
  'an absolute target elsewhere': { bytes: get('http://evil.example/v1/project') },
  'an absolute target of another scheme': { bytes: get('file:///etc/passwd') },
  'a target without a slash': { bytes: get('v1/project') },
  'a target of two slashes': { bytes: get('//v1/project') },
  'a target with a user': { bytes: get('http://user:secret@127.0.0.1/v1/project') },
  'a star for a target': { bytes: get('*') },
  'a fragment in the target': { bytes: get('/v1/project#x') },
  'dots in the path': { bytes: get('/v1/project/../../../etc/passwd') },
  'escaped dots in the path': { bytes: get('/v1/project/%2e%2e/%2e%2e/etc/passwd') },
  'backslashes in the path': { bytes: get('/v1\\project\\..\\..') },
  'NUL in the path': { bytes: joined('GET /v1/project/a', bytesOf(0), `b HTTP/1.1\r\n${host}\r\n\r\n`) },
  'escaped NUL in the path': { bytes: get('/v1/project/a%00b') },
  'unicode in the path': { bytes: get('/v1/project/přehled') },
  'bytes that are no UTF-8 in the path': {
    bytes: joined('GET /v1/project/', bytesOf(0xff, 0xfe, 0xc0, 0x80), ` HTTP/1.1\r\n${host}\r\n\r\n`),
  },
  'escapes that are no UTF-8': { bytes: get('/v1/project/%ff%fe%c0%80') },
  'half an escape': { bytes: get('/v1/project/%') },
  'escaped line ends in the path': { bytes: get('/v1/project/a%0d%0aset-cookie:%20x=1') },
  'a control character in the path': { bytes: `GET /v1/project/\u001b[2J HTTP/1.1\r\n${host}\r\n\r\n` },
  'a path of 8 kB': { bytes: get(`/v1/project/${'a'.repeat(8_000)}`) },
  'a path of 1 MB': { bytes: get(`/v1/project/${'a'.repeat(1_000_000)}`) },
  'a query of 1,000 fields': {
    bytes: get(`/v1/project?${Array.from({ length: 1_000 }, (_, at) => `a${at}=1`).join('&')}`),
  },
  'a query of prototypes': { bytes: get('/v1/forkcast/service?__proto__[x]=1&constructor=2&limit=5&limit=6') },
  'no host': { bytes: 'GET /v1/project HTTP/1.1\r\n\r\n' },
  'two hosts': { bytes: withHeaders(host, 'host: evil.example', 'connection: close') },
  'an empty host': { bytes: withHeaders('host:', 'connection: close') },
  'a header without a colon': { bytes: withHeaders(host, 'nonsense') },
  'a header without a name': { bytes: withHeaders(host, ': x') },
  'a space before a colon': { bytes: withHeaders(host, 'x-a : b') },
  'a folded header': { bytes: withHeaders(host, 'x-a: b', ' c') },
  'NUL in a header': { bytes: joined('GET /v1/project HTTP/1.1\r\nx-a: a', bytesOf(0), `b\r\n${host}\r\n\r\n`) },
  'a header of 100 kB': { bytes: withHeaders(host, `x-a: ${'a'.repeat(100_000)}`) },
  'headers of 1 MB': {
    bytes: withHeaders(host, ...Array.from({ length: 20_000 }, (_, at) => `x-${at}: ${'a'.repeat(40)}`)),
  },
  '2,000 short headers': {
    bytes: withHeaders(host, ...Array.from({ length: 2_000 }, (_, at) => `a${at}:`), 'connection: close'),
  },
  'an Expect of nonsense': { bytes: withHeaders(host, 'expect: a miracle', 'connection: close') },
  'a token of control bytes': {
    bytes: joined(
      `GET /v1/project HTTP/1.1\r\n${host}\r\nconnection: close\r\nauthorization: aivenv1 `,
      bytesOf(0x80, 0xff),
      '\r\n\r\n',
    ),
  },
  'a token of 10 kB': { bytes: withHeaders(host, `authorization: aivenv1 ${'a'.repeat(10_000)}`, 'connection: close') },
  'two tokens': {
    bytes: withHeaders(host, 'authorization: aivenv1 a', 'authorization: aivenv1 b', 'connection: close'),
  },
  'two lengths that differ': { bytes: write(['content-length: 17', 'content-length: 5'], hour) },
  'two lengths alike': { bytes: write(['content-length: 17', 'content-length: 17'], hour) },
  'two lengths in one header': { bytes: write(['content-length: 17, 17'], hour) },
  'a length below 0': { bytes: write(['content-length: -1'], hour) },
  'a length with a sign': { bytes: write(['content-length: +17'], hour) },
  'a length in hexadecimal': { bytes: write(['content-length: 0x11'], hour) },
  'a length beyond all numbers': { bytes: write(['content-length: 99999999999999999999999'], hour) },
  'a length of 4 GB': { bytes: write(['content-length: 4294967296'], hour) },
  'a length that is longer than what comes': { bytes: write(['content-length: 900'], hour), ends: true },
  'a length beside chunks': { bytes: write(['content-length: 17', 'transfer-encoding: chunked'], '0\r\n\r\n') },
  'chunks twice': { bytes: write(['transfer-encoding: chunked', 'transfer-encoding: chunked'], '0\r\n\r\n') },
  'chunks, then identity': { bytes: write(['transfer-encoding: chunked, identity'], '0\r\n\r\n') },
  'an encoding that is none': { bytes: write(['transfer-encoding: xchunked'], '0\r\n\r\n') },
  'chunks with a tab': { bytes: write(['transfer-encoding:\tchunked', 'connection: close'], '0\r\n\r\n') },
  'a chunk whose size is no number': { bytes: write(['transfer-encoding: chunked'], 'zz\r\nabc\r\n0\r\n\r\n') },
  'a chunk whose size is too large': { bytes: write(['transfer-encoding: chunked'], 'fffffffffffffffff\r\n') },
  'a chunk whose size is below 0': { bytes: write(['transfer-encoding: chunked'], '-1\r\n\r\n') },
  'a chunk that is longer than its size': { bytes: write(['transfer-encoding: chunked'], '2\r\nabcdef\r\n0\r\n\r\n') },
  'a chunk with an extension of 100 kB': {
    bytes: write(['transfer-encoding: chunked'], `1;${'a'.repeat(100_000)}\r\n{\r\n0\r\n\r\n`),
  },
  'chunks without a last one': { bytes: write(['transfer-encoding: chunked'], '2\r\n{}\r\n'), ends: true },
  'trailers that are headers': {
    bytes: write(
      ['transfer-encoding: chunked', 'trailer: host', 'connection: close'],
      '2\r\n[]\r\n0\r\nhost: evil.example\r\ncontent-length: 9\r\n\r\n',
    ),
  },
  'chunks that end with LF alone': { bytes: write(['transfer-encoding: chunked'], '2\n[]\n0\n\n') },
  'a request in the body of a GET': {
    bytes: `GET /v1/project HTTP/1.1\r\n${host}\r\ncontent-length: ${advance.length + 2}\r\nconnection: close\r\n\r\n${advance}\r\n`,
  },
  'a body that is packed': {
    bytes: write(['content-encoding: gzip', 'content-length: 4', 'connection: close'], '\u001f\u008b\b\u0000'),
  },
  'a body in UTF-16': {
    bytes: joined(
      write(['content-type: application/json; charset=utf-16', 'content-length: 6', 'connection: close'], ''),
      Buffer.from('{}\n', 'utf16le'),
    ),
  },
  '100 requests in one piece': { bytes: withHeaders(host).repeat(99) + get('/v1/project') },
  'a good request, then nonsense': { bytes: withHeaders(host) + '\u0001\u0002\u0003 nonsense\r\n\r\n' },
  'nonsense, then a good write': {
    bytes: `nonsense\r\n\r\n${write(['content-length: 17', 'connection: close'], hour)}`,
  },
  'half a request, then its end': { bytes: 'GET /v1/proj', ends: true },
  'headers without their end, then its end': { bytes: `GET /v1/project HTTP/1.1\r\n${host}\r\n`, ends: true },
  'a request, then its end': { bytes: withHeaders(host), ends: true },
};
