import { askedRun } from '../simulation/run';
import { playSeeds } from './walks/play-seeds';

test('sequences of applies, kills, copies and others hold every law of ownership', async () => {
  await playSeeds(askedRun({ runs: 200 }));
}, 60_000);
