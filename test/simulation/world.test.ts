import { askedRun, replayLine } from './run';
import { playWorld } from './world';

test('a dozen worlds of crashes, lost replies and second writers hold every law', () => {
  const { seed, runs } = askedRun({ seed: 1, runs: 12 });
  for (let index = 0; index < runs; index += 1) {
    const fate = playWorld(seed + index, 10);
    expect(fate && { ...fate, replay: replayLine('world', seed + index) }).toBeUndefined();
  }
});
