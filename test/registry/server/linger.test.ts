import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { paced } from '../../../src/registry/http/server/paced-body';
import { aGrant, aServer } from './a-server';

/** What a client reads that sends all of its request first, or the error that it has met. */
const heardAfterAll = (port: number, head: readonly string[], body: Buffer): Promise<string> =>
  new Promise((resolve) => {
    const parts: string[] = [];
    const socket = connect(port, '127.0.0.1').pause();
    socket.on('data', (part) => parts.push(String(part))).on('error', ({ message }) => resolve(message));
    socket.on('close', () => resolve(parts.join('')));
    socket.write([...head, `content-length: ${body.length}`, '', ''].join('\r\n'));
    socket.write(body, () => socket.resume());
  });

test.each([
  ['whose token is wrong', 'wrong', 401],
  ['whose body is too large', 'secret-1', 413],
])('a client %s and that sends everything first reads why', async (_, token, status) => {
  const { world, server } = aServer({ loopback: false });
  world.run({ type: 'CreateToken', grant: aGrant('secret-1') });
  const port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
  const head = ['POST /v1/project/demo/service HTTP/1.1', 'host: a', `authorization: aivenv1 ${token}`];
  try {
    const heard = await heardAfterAll(port, [...head, 'connection: close'], Buffer.alloc(12 * 1024 * 1024, 0x20));
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*"errors":\\[[^]*\\}$`));
  } finally {
    await server.close();
  }
});

test('a large body comes in pieces, each in a turn of its own, and whole', async () => {
  const turns: (() => void)[] = [];
  const body = new PassThrough({ highWaterMark: 1 });
  let held = 0;
  body.on('data', (part: Buffer) => (held += part.length));
  paced((turn) => void turns.push(turn))(body);
  const [pieces, size] = [10, 40 * 1024];
  for (let count = 0; count < pieces; count += 1) body.write(Buffer.alloc(size));
  const ended = new Promise((done) => body.once('end', done));
  body.end();
  const steps: number[] = [];
  while (held < pieces * size) {
    await new Promise(setImmediate);
    steps.push(held / size);
    turns.shift()?.();
  }
  await ended;
  expect(steps).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
