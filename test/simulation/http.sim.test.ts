import { playRequests } from '../contract/fuzz';
import { askedRun, replayLine, report } from './run';

const length = 50;
const { seed, runs } = askedRun({ runs: 2_000 });

test(`${runs * length} random requests: no 5xx, no leak, and a log that stays valid (seed ${seed})`, async () => {
  let accepted = 0;
  for (let round = 0; round < runs; round += 1) {
    try {
      accepted += (await playRequests((seed + round) >>> 0, length)).accepted;
    } catch (error) {
      report([replayLine('test/simulation/http.sim.test.ts', seed + round)]);
      throw error;
    }
  }
  report([`seed ${seed}: ${runs * length} requests, ${accepted} accepted`]);
});
