import type { Readable } from 'node:stream';
import type { Defer } from './one-a-turn';

/** What is read of a body before others have their turn, in bytes. */
const atOnce = 64 * 1024;

/**
 * Lets a large body come in pieces, each in a turn of its own, whether somebody keeps it or not: left alone, a socket gives up to 2 MB in
 * one turn of the event loop, and many of them stop everybody else.
 */
export const paced =
  (defer: Defer): ((body: Readable) => void) =>
  (body) => {
    let read = 0;
    body.on('data', (part: Buffer) => {
      read += part.length;
      if (read <= atOnce || body.isPaused()) return;
      body.pause();
      defer(() => body.resume());
    });
  };
