import { playSeeds } from '../provider/walks/play-seeds';
import { askedRun, replayLine, report } from './run';

test('long lives of two states hold every law of ownership', async () => {
  const asked = askedRun({ runs: 10_000 });
  const began = performance.now();
  await playSeeds(asked, { stepsMax: 8, replay: (seed) => replayLine('walks', seed) });
  const seconds = (performance.now() - began) / 1_000;
  report([`seed ${asked.seed}: ${asked.runs} sequences of walks, ${(asked.runs / seconds).toFixed(1)} a second`]);
});
