import { PassThrough } from 'node:stream';
import { bodyReader } from '../../../src/registry/http/server/read-body';

/** The answer to a request: what its body took is given back when it is done. */
const answer = (): PassThrough => new PassThrough();

/** A body of so many bytes, all of them sent, but for its end. */
const open = (bytes: number): PassThrough => {
  const body = new PassThrough();
  body.write(Buffer.alloc(bytes, 0x20));
  return body;
};

const whole = (bytes: number): PassThrough => open(bytes).end();

describe('the reader of bodies', () => {
  test('gives a body back whole', async () => {
    const body = new PassThrough();
    const read = bodyReader({ largest: 10, together: 10 })(body, answer());
    body.write('{"a"');
    body.end(':1}');
    expect(String(await read)).toBe('{"a":1}');
  });

  test('refuses one above its bound, and gives back what it took', async () => {
    const read = bodyReader({ largest: 10, together: 15 });
    expect(await read(whole(11), answer())).toBe('too-large');
    expect(await read(whole(10), answer())).toHaveLength(10);
  });

  test('refuses what is above the bound of all together, until one of them is gone', async () => {
    const read = bodyReader({ largest: 10, together: 15 });
    const [first, waiting] = [open(10), answer()];
    const reading = read(first, waiting);
    await new Promise(setImmediate);
    expect(await read(whole(6), answer())).toBe('too-many');
    const second = answer();
    expect(await read(whole(5), second)).toHaveLength(5);
    second.destroy();
    first.destroy();
    waiting.destroy();
    expect(await reading).toBe('broken-off');
    expect(await read(whole(10), answer())).toHaveLength(10);
  });

  test('keeps what it has read until that was answered', async () => {
    const read = bodyReader({ largest: 10, together: 15 });
    const waiting = answer();
    expect(await read(whole(10), waiting)).toHaveLength(10);
    await new Promise(setImmediate);
    expect(await read(whole(6), answer())).toBe('too-many');
    waiting.end().resume();
    await new Promise((done) => waiting.once('close', done));
    expect(await read(whole(6), answer())).toHaveLength(6);
  });

  test('what goes wrong on the way is a body that broke off', async () => {
    const body = open(3);
    const read = bodyReader({ largest: 10, together: 15 })(body, answer());
    body.destroy(new RangeError('reset'));
    expect(await read).toBe('broken-off');
  });
});
