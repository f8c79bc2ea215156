import fc from 'fast-check';
import { anySetting, anyStep, playStory } from '../registry/fork-story';
import { askedRun, replayLine, report } from './run';

test('a fork at T holds what a naive model holds at T, in random histories', () => {
  const { seed, runs } = askedRun({ runs: 100_000 });
  const total = { forks: 0, upgrades: 0, returns: 0, moves: 0, secondary: 0, refused: 0 };
  const began = performance.now();
  const story = fc.property(anySetting, fc.array(anyStep, { minLength: 5, maxLength: 40 }), (setting, steps) => {
    const count = playStory(setting, steps);
    total.forks += count.forks;
    total.upgrades += count.upgrades;
    total.returns += count.returns;
    total.moves += count.moves;
    total.secondary += count.secondary;
    total.refused += count.refused;
  });
  for (let index = 0; index < runs; index += 1) {
    const { failed, counterexample, errorInstance } = fc.check(story, { seed: (seed + index) | 0, numRuns: 1 });
    expect(failed && { replay: replayLine('fork-contents', seed + index), counterexample, errorInstance }).toBe(false);
    if ((index + 1) % 10_000 === 0 || index + 1 === runs) {
      const rate = ((index + 1) / ((performance.now() - began) / 1_000)).toFixed(0);
      report([
        `seed ${seed}: ${index + 1} histories, ${rate} a second; ${total.forks} forks, ` +
          `${total.secondary} of them from the second region, ${total.refused} refused; ${total.upgrades} upgrades, ` +
          `${total.returns} power-ons, ${total.moves} changes of the second region`,
      ]);
    }
  }
});
