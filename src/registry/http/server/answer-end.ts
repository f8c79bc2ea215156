import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';

/**
 * Runs work once, when an answer has been sent, or nobody is there to read it any more. An answer that waits behind another on its
 * connection is told nothing of the end of that: there the connection is listened to, once for all of them.
 */
export const afterAnswer = (answer: Readable | Writable, work: () => void): void => {
  const waiting = answer instanceof ServerResponse ? waitingOn(answer.req.socket) : undefined;
  const end = (): void => {
    for (const event of ends) answer.off(event, end);
    waiting?.delete(end);
    work();
  };
  for (const event of ends) answer.once(event, end);
  waiting?.add(end);
};

const ends = ['finish', 'close'] as const;

const connections = new WeakMap<Socket, Set<() => void>>();

const waitingOn = (socket: Socket): Set<() => void> => {
  const known = connections.get(socket);
  if (known !== undefined) return known;
  const waiting = new Set<() => void>();
  connections.set(socket, waiting);
  socket.once('close', () => {
    for (const end of waiting) end();
  });
  return waiting;
};
