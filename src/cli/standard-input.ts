import { readSync } from 'node:fs';
import { readErrorCode } from './error-code';

/** All of the standard input. A pipe whose reader does not block says that it has nothing yet; then it is asked again a little later. */
export const readStandardInput = (): Uint8Array => {
  const chunks: Buffer[] = [];
  for (const chunk = Buffer.alloc(65_536); ;) {
    try {
      const size = readSync(0, chunk);
      if (size === 0) return Buffer.concat(chunks);
      chunks.push(Buffer.from(chunk.subarray(0, size)));
    } catch (error) {
      if (readErrorCode(error) === 'EOF') return Buffer.concat(chunks);
      if (readErrorCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
};
