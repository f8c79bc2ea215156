import fc from 'fast-check';
import { runs } from '../whole';
import { anySetting, anyStep, playStory } from './fork-story';

describe('random stories of services and forks', () => {
  const played = runs(60);

  test('end with every service, live fork and fork of a fork, holding what a naive model says, at every instant', () => {
    const total = { forks: 0, upgrades: 0, returns: 0, moves: 0, secondary: 0, refused: 0 };
    fc.assert(
      fc.property(anySetting, fc.array(anyStep, { minLength: 10, maxLength: 40 }), (setting, steps) => {
        const count = playStory(setting, steps);
        total.forks += count.forks;
        total.secondary += count.secondary;
        total.upgrades += count.upgrades;
        total.returns += count.returns;
        total.moves += count.moves;
        total.refused += count.refused;
      }),
      { numRuns: played, seed: 20_261_120 },
    );
    expect(total.forks).toBeGreaterThan(total.refused);
    expect(total.secondary).toBeGreaterThan(played / 6);
    expect(Math.min(total.upgrades, total.returns, total.moves)).toBeGreaterThan(played / 30);
  });
});
