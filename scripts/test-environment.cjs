const { AsyncLocalStorage } = require('node:async_hooks');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { TestEnvironment } = require('jest-environment-node');
require('./shared-scripts.cjs');

// A worker of jest is told to colour where jest may; what a test starts is to write as the test reads it.
delete process.env.FORCE_COLOR;

/*
 * Jest follows what a test starts with a store of its own for each test file, and leaves it switched on: each promise of every later file
 * of the process would be followed in all of them.
 */
const followed = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (store, callback, ...args) {
  followed.add(this);
  return run.call(this, store, callback, ...args);
};

const followNoMore = () => {
  for (const store of followed) store.disable();
  followed.clear();
};

/** The world of one test file: its temporary folder is its own, with that of every program it starts, and goes with it. */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    const before = process.env.TMPDIR;
    const folder = mkdtempSync(join(tmpdir(), 'forkcast-jest-'));
    process.env.TMPDIR = folder;
    super(config, context);
    this.leave = () => {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(folder, { recursive: true, force: true });
    };
  }

  /** @override */
  async teardown() {
    await super.teardown();
    followNoMore();
    this.leave();
  }
};
