import { createMemoryStore, createSqliteStore } from '../../../src/registry';
import { describeStore } from './store.contract';

describeStore('memory', createMemoryStore);
describeStore('SQLite', () => createSqliteStore(':memory:'));
