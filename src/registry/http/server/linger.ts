import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';

type IncomingMessage = FastifyRequest['raw'];

/** Whether something of the body of a request has not been read yet. */
export const isStillComing = (request: IncomingMessage): boolean =>
  !request.readableEnded &&
  !request.destroyed &&
  (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0);

/**
 * An answer that is sent whole at once, and ends when the body of its request is through, or its time over. A connection that is closed
 * while its client still writes is reset, and whoever writes everything first never reads the answer.
 */
export const untilHeard = (text: string, request: IncomingMessage): Readable => {
  const through = new Promise<void>((resolve) => {
    for (const end of ['end', 'close', 'error']) request.once(end, () => resolve());
  });
  request.resume();
  const parts = async function* (): AsyncIterable<string> {
    yield text;
    await through;
  };
  return Readable.from(parts(), { objectMode: false });
};
