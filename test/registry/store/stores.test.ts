import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteStore } from '../../../src/registry';
import { createMemoryStore } from '../memory-store';
import { describeStore } from './store.contract';

const folder = mkdtempSync(join(tmpdir(), 'forkcast-stores-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

describeStore('memory', createMemoryStore);
describeStore('SQLite', () => createSqliteStore(join(folder, `${(files += 1)}.db`)));
