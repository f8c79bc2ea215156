import fc from 'fast-check';
import { anySetting, anyStep, playStory } from '../registry/fork-story';

const runs = Number(process.env.SIM_RUNS ?? 100_000);
const seed = Number(process.env.SIM_SEED ?? Date.now() % 2 ** 31);

test(`${runs} random stories hold what a naive model says (SIM_SEED=${seed})`, () => {
  const total = { forks: 0, secondary: 0, refused: 0 };
  fc.assert(
    fc.property(anySetting, fc.array(anyStep, { minLength: 5, maxLength: 40 }), (setting, steps) => {
      const count = playStory(setting, steps);
      total.forks += count.forks;
      total.secondary += count.secondary;
      total.refused += count.refused;
    }),
    { numRuns: runs, seed },
  );
  console.log(
    `seed ${seed}: ${runs} stories, ${total.forks} forks, ${total.secondary} of them from the secondary, ${total.refused} refused`,
  );
});
