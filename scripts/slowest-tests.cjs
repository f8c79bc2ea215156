/** Prints the ten slowest tests of one jest project and fails a run in which that project takes longer than its limit. */
module.exports = class SlowestTests {
  #options;
  #tests = [];
  #error;

  constructor(_globalConfig, options) {
    this.#options = options;
  }

  onTestResult(test, result) {
    if (test.context.config.displayName?.name !== this.#options.project) return;
    for (const { fullName, duration } of result.testResults)
      this.#tests.push({ fullName, milliseconds: duration ?? 0 });
  }

  onRunComplete(_contexts, results) {
    if (this.#tests.length === 0) return;
    const slowest = this.#tests.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
    console.log(`\nTen slowest tests of ${this.#options.project}:`);
    for (const { fullName, milliseconds } of slowest)
      console.log(`${String(milliseconds).padStart(7)} ms  ${fullName}`);
    const seconds = (Date.now() - results.startTime) / 1000;
    if (seconds > this.#options.limitSeconds) {
      this.#error = new Error(
        `${this.#options.project} took ${seconds.toFixed(1)} s; its limit is ${this.#options.limitSeconds} s.`,
      );
    }
  }

  getLastError() {
    return this.#error;
  }
};
