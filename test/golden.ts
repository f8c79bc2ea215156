import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether `UPDATE_GOLDEN=1` asks for kept texts to be written anew instead of being compared. */
export const updatingGolden = process.env['UPDATE_GOLDEN'] === '1';

/** Keeps a text under a path: written where that is asked for, and always compared. A text that was never kept fails. */
export const expectGolden = (path: string, text: string): void => {
  if (updatingGolden) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
};
