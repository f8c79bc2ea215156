import { askedRun } from '../simulation/run';
import { playCreateRound, requestsPerRound } from './create-round';
import { playRounds } from './rounds';
import { playUpdateRound, updatesPerRound } from './update-round';

/** Too few to meet every code and every rule: that is asked of the longer run of test/simulation. */
const run = askedRun({ seed: 2_026, runs: 200 });

test('what the rules foretell of a new service is what the registry does', () => {
  const { tally, found } = playRounds(run, playCreateRound, { requestsPerRound, file: 'fork-request' });
  expect(found).toEqual([]);
  expect(tally.accepted()).toBeGreaterThan(0.3);
});

test('what the rules foretell of a change of a live service is what the registry does', () => {
  const { tally, found } = playRounds(run, playUpdateRound, {
    requestsPerRound: updatesPerRound,
    file: 'fork-request',
  });
  expect(found).toEqual([]);
  expect(tally.accepted()).toBeGreaterThan(0.3);
});
