const Sequencer = require('@jest/test-sequencer').default;

/** Files that take seconds and are short, so that jest, which has not timed them yet on a new machine, would start them last. */
const longest = [
  ...['provider/walks.prop', 'contract/operations', 'test/tidy', 'contract/tokens', 'review/secrets', 'contract/fuzz'],
  ...['examples.acc', 'own-project.acc', 'console.acc', 'provider.acc', 'members.acc', 'console-many.acc'],
  ...['service-code.acc', 'console-changes.acc', 'service-shapes.acc', 'console-keyboard.acc', 'provider-cdktf.acc'],
];

const rankOf = ({ path }) => {
  const found = longest.findIndex((name) => path.endsWith(`${name}.test.ts`));
  return found === -1 ? longest.length : found;
};

/** The order of test files: the longest first, so that no process is left with one at the end. */
module.exports = class extends Sequencer {
  /** @override */
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.sort((one, other) => rankOf(one) - rankOf(other));
  }
};
