import type { Readable, Writable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** What sends an answer over a connection. */
type Sender = FastifyReply['raw'];
type Connection = Sender['req']['socket'];

/**
 * Runs work once, when an answer has been sent, or nobody is there to read it any more. An answer that waits behind another on its
 * connection is told nothing of the end of that: there the connection is listened to, once for all of them.
 */
export const afterAnswer = (answer: Readable | Writable | Sender, work: () => void): void => {
  const waiting = 'req' in answer ? waitingOn(answer.req.socket) : undefined;
  const end = (): void => {
    for (const event of ends) answer.off(event, end);
    waiting?.delete(end);
    work();
  };
  for (const event of ends) answer.once(event, end);
  waiting?.add(end);
};

const ends = ['finish', 'close'] as const;

const connections = new WeakMap<Connection, Set<() => void>>();

const waitingOn = (connection: Connection): Set<() => void> => {
  const known = connections.get(connection);
  if (known !== undefined) return known;
  const waiting = new Set<() => void>();
  connections.set(connection, waiting);
  connection.once('close', () => {
    for (const end of waiting) end();
  });
  return waiting;
};
