import { askedRun } from '../simulation/run';
import { runs } from '../whole';
import { playSeeds } from './walks/play-seeds';

/** Short ones: the simulation plays long ones. */
const stepsMax = 4;

test('sequences of applies, kills, copies and others hold every law of ownership', async () => {
  const replay = (seed: number): string =>
    `npm run test:integration -- --seed ${seed} --runs 1 test/provider/walks.prop`;
  await playSeeds(askedRun({ runs: runs(200) }), { stepsMax, replay });
}, 120_000);
