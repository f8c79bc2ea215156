/** Prints the ten slowest tests of one jest project and says when that project took longer than its budget: a number to look at, never a failure. */
module.exports = class SlowestTests {
  #options;
  #tests = [];

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
      console.log(
        `${this.#options.project} took ${seconds.toFixed(1)} s; its budget is ${this.#options.limitSeconds} s.`,
      );
    }
  }
};
