import { createSqliteStore } from '../../../src/registry';
import { createMemoryStore } from '../memory-store';
import { describeStore } from './store.contract';

describeStore('memory', createMemoryStore);
describeStore('SQLite', () => createSqliteStore(':memory:'));
