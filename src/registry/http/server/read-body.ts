import type { Readable, Writable } from 'node:stream';
import { afterAnswer } from './answer-end';

/** How much of bodies is kept, in bytes. */
interface BodyBounds {
  readonly largest: number;
  /** Of all bodies that are being read or answered at one time. */
  readonly together: number;
}

/** Why there is no body: it is larger than its bound, all that are here together are larger than theirs, or its sender left. */
export type BodyRefusal = 'too-large' | 'too-many' | 'broken-off';

/**
 * Reads bodies whole, within bounds that hold for each and for all of them together. What a body takes up is given back when it was
 * answered, which may be long after it was read, or its sender left; what comes of a refused one is thrown away unread. Never fails.
 */
export const bodyReader = ({
  largest,
  together,
}: BodyBounds): ((body: Readable, answer: Readable | Writable) => Promise<Buffer | BodyRefusal>) => {
  let heldTogether = 0;
  return (body, answer) =>
    new Promise((resolve) => {
      const parts: Buffer[] = [];
      let held = 0;
      const giveBack = (): void => {
        heldTogether -= held;
        held = 0;
      };
      const refuse = (why: BodyRefusal): void => {
        body.off('data', keep);
        parts.length = 0;
        giveBack();
        resolve(why);
      };
      const keep = (part: Buffer): void => {
        held += part.length;
        heldTogether += part.length;
        parts.push(part);
        if (held > largest) refuse('too-large');
        else if (heldTogether > together) refuse('too-many');
      };
      body.on('data', keep);
      body.once('end', () => resolve(Buffer.concat(parts, held)));
      body.once('error', () => refuse('broken-off'));
      body.once('close', () => resolve('broken-off'));
      afterAnswer(answer, giveBack);
    });
};
