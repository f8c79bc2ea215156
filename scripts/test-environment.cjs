const { AsyncLocalStorage } = require('node:async_hooks');
const { mkdtempSync, readFileSync, rmSync, statfsSync } = require('node:fs');
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

const memory = '/dev/shm';

/** Whether files can be held in memory, and programs among them run: what a registry writes then waits for no disk. */
const isThereMemory = () => {
  try {
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
    const options = mounts
      .map((line) => line.split(' '))
      .find(([, place]) => place === memory)?.[3]
      ?.split(',') ?? ['noexec'];
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 2 ** 30 && !options.includes('noexec') && !options.includes('ro');
  } catch {
    return false;
  }
};

/** Only its files are few and small. */
const isFast = ({ projectConfig }) => ['fast', 'integration'].includes(projectConfig.displayName?.name ?? '');

const folders = isThereMemory() ? memory : tmpdir();

/** The world of one test file: its temporary folder, which is its cache folder too, is its own, with that of every program it starts, and goes with it. */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    const { TMPDIR, XDG_CACHE_HOME } = process.env;
    const folder = mkdtempSync(join(isFast(config) ? folders : tmpdir(), 'forkcast-jest-'));
    Object.assign(process.env, { TMPDIR: folder, XDG_CACHE_HOME: folder });
    super(config, context);
    // Jest reads `testTimeout` of a project and then passes it over; this is where `jest.setTimeout` of a file puts its own.
    const timeout = config.globalConfig.testTimeout ?? config.projectConfig.testTimeout;
    Object.assign(this.global, { [Symbol.for('TEST_TIMEOUT_SYMBOL')]: timeout });
    this.leave = () => {
      for (const [name, before] of Object.entries({ TMPDIR, XDG_CACHE_HOME })) {
        if (before === undefined) delete process.env[name];
        else process.env[name] = before;
      }
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
