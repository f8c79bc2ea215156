import { askedRun, replayLine, report } from './run';
import { playWorld } from './world';

const stepsPerWorld = 60;

test('worlds of crashes, lost replies and second writers hold every law', () => {
  const asked = askedRun({ runs: 100_000 });
  const worlds = Math.ceil(asked.runs / 200);
  const began = performance.now();
  for (let index = 0; index < worlds; index += 1) {
    const fate = playWorld(asked.seed + index, stepsPerWorld);
    expect(fate && { ...fate, replay: replayLine('world', asked.seed + index) }).toBeUndefined();
  }
  const seconds = (performance.now() - began) / 1_000;
  report([`seed ${asked.seed}: ${worlds} worlds of ${stepsPerWorld} steps, ${(worlds / seconds).toFixed(1)} a second`]);
});
