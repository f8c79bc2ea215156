import { aSourceTree } from '../source-tree';
import { findBannedCode } from './bans';

const bansIn = (path: string, text: string) => findBannedCode(aSourceTree({ [path]: text }));

describe('findBannedCode', () => {
  test.each([
    ['const now = Date.now();', 'Date.now'],
    ['const now = new Date();', 'new Date()'],
    ['const id = Math.random();', 'Math.random'],
    ['setTimeout(() => undefined, 5);', 'setTimeout'],
    ['wait(setTimeout);', 'setTimeout'],
    ['const home = process.env.HOME;', 'process'],
    [`const home = process['env'];`, 'process'],
    ['console.log(1);', 'console'],
    ['const reply = await fetch(url);', 'fetch'],
    [`import { readFileSync } from 'node:fs';`, 'node:fs'],
    [`import { readFile } from 'fs/promises';`, 'fs/promises'],
    [`const fs = require('node:fs');`, 'node:fs'],
    [`const fs = await import('node:net');`, 'node:net'],
    [`import { randomUUID } from 'node:crypto';`, 'randomUUID'],
    [`throw new Error('no');`, 'throw new Error'],
  ])('%s is banned inside a room', (text, subject) => {
    expect(bansIn('rules/x.ts', `\n${text}`)).toEqual([expect.stringContaining(`rules/x.ts:2: ${subject}: `)]);
  });

  test.each([
    'const at = new Date(milliseconds);',
    `import { createHash } from 'node:crypto';`,
    `import { join } from 'node:path';`,
    `const text = 'console.log and Date.now()'; // process.env`,
    'registry.fetch(url); type Step = { process: string };',
    `throw new StoreError('no');`,
    `label('node:fs', 'os');`,
  ])('%s is fine inside a room', (text) => {
    expect(bansIn('rules/x.ts', text)).toEqual([]);
  });

  test.each([
    ['index.ts', []],
    ['registry/main.ts', []],
    ['cli/commands/check.ts', []],
    ['registry/store/sqlite.ts', []],
    ['api/http-exchange.ts', []],
    ['api/http-transport.ts', []],
    ['provider/protocol/transport.ts', []],
    ['registry/storey.ts', [expect.anything()]],
    ['api/client.ts', [expect.anything()]],
    ['provider/protocol/wire.ts', [expect.anything()]],
  ])('%s is judged by where it lives', (path, found) => {
    expect(bansIn(path, 'const now = Date.now();')).toEqual(found);
  });

  test('an error without a code is banned at the edges too', () => {
    expect(bansIn('cli/main.ts', `throw new Error('no');`)).toHaveLength(1);
  });
});
