import { connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { heldAnswers } from '../../../src/registry/http/server/held-answers';
import { aCreate } from '../world';
import { aServer, collection, type AServer } from './a-server';

const snapshot = '/v1/forkcast/snapshot';

/** Asks the same many times on one connection, and reads nothing. */
const deafTo = (base: string, path: string, times: number): Socket => {
  const socket = connect(Number(new URL(base).port), '127.0.0.1').pause();
  socket.on('error', () => undefined).write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`.repeat(times));
  return socket;
};

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((turn) => setTimeout(turn, 5));
};

/** Its snapshot has no end; counts those that are being read. */
const endless = ({ registry }: AServer): (() => number) => {
  const [head, whole] = [...registry.factsInParts()];
  const part = { ...whole, services: new Map([...(whole?.services ?? [])].slice(0, 1)) };
  let open = 0;
  Object.assign(registry, {
    *factsInParts() {
      open += 1;
      try {
        yield head;
        for (;;) yield part;
      } finally {
        open -= 1;
      }
    },
  });
  return () => open;
};

/** A list of it is long enough to be sent in parts. */
const filled = (): AServer => {
  const server = aServer();
  for (let number = 0; number < 81; number += 1) server.world.run(aCreate({ service: `s-${number}` }));
  return server;
};

describe('answers that nobody reads', () => {
  test('have room until they were sent or their readers are gone, all together within a bound', () => {
    const held = heldAnswers(10);
    const [first, second] = [new PassThrough(), new PassThrough()];
    expect([held(first, 6), held(second, 5), held(second, 4), held(second, 1)]).toEqual([true, false, true, false]);
    first.emit('finish');
    first.emit('close');
    expect([held(second, 7), held(second, 6)]).toEqual([false, true]);
  });

  test('let go of what they hold when their reader leaves, those too that wait behind another on its connection', async () => {
    const asked = filled();
    const open = endless(asked);
    const base = await asked.server.listen({ port: 0, host: '127.0.0.1' });
    const reader = deafTo(base, snapshot, 3);
    await until(() => open() === 3);
    reader.destroy();
    await until(() => open() === 0);
    await asked.server.close();
  });

  test('are refused when too many of them wait, while what is small is answered, until those are gone', async () => {
    const asked = filled();
    const open = endless(asked);
    const { server } = asked;
    const base = await server.listen({ port: 0, host: '127.0.0.1' });
    const read = async (path: string) => {
      const answer = await fetch(`${base}${path}`);
      return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: await answer.text() };
    };
    expect((await read(collection)).status).toBe(200);
    // 64 MB, of which each takes half of one.
    const reader = deafTo(base, snapshot, 128);
    await until(() => open() === 128);
    expect(await read(collection)).toMatchObject({
      status: 503,
      retryAfter: '1',
      text: expect.stringContaining('Too many large answers wait for their readers. Read those, or send') as string,
    });
    expect((await read(`${collection}/s-1`)).status).toBe(200);
    reader.destroy();
    await until(() => open() === 0);
    expect((await read(collection)).status).toBe(200);
    await server.close();
  });
});
