import { notAboutCreation, refusalsOfCreation, rulesOfChange, unforetold } from '../differential/coverage';
import { playCreateRound, requestsPerRound } from '../differential/create-round';
import { predictingRules } from '../differential/laws';
import { playRounds } from '../differential/rounds';
import { playUpdateRound, updatesPerRound } from '../differential/update-round';
import { allRules } from '../../src/rules';
import { askedRun, report } from './run';

const file = 'fork-request';

/** From this many requests on, every rule and every refusal must have been met: the rarest comes once in ten thousand. */
const manyRequests = 60_000;

test('what the rules foretell of a new service is what the registry does', () => {
  const run = askedRun({ runs: 100_000 });
  const { tally, found } = playRounds(run, playCreateRound, { requestsPerRound, file });
  report([`seed ${run.seed}`, ...tally.lines('new services')]);
  expect(found).toEqual([]);
  expect(tally.accepted()).toBeGreaterThan(0.3);
  if (run.runs < manyRequests) return;
  expect(refusalsOfCreation.filter((code) => !tally.codes.has(code))).toEqual([]);
  expect(predictingRules.filter((id) => !tally.rules.has(id) && !(id in notAboutCreation))).toEqual([]);
});

test('what the rules foretell of a change of a live service is what the registry does', () => {
  const asked = askedRun({ runs: 100_000 });
  const run = { ...asked, runs: Math.ceil(asked.runs / 4) };
  const { tally, found } = playRounds(run, playUpdateRound, { requestsPerRound: updatesPerRound, file });
  report([`seed ${run.seed}`, ...tally.lines('changes')]);
  expect(found).toEqual([]);
  expect(tally.accepted()).toBeGreaterThan(0.3);
  if (run.runs >= manyRequests) expect(rulesOfChange.filter((id) => !tally.rules.has(id))).toEqual([]);
});

test('every refusal of a new service is foretold by a rule, or listed with the reason why not', () => {
  const foretold = new Set(allRules.flatMap(({ predicts }) => predicts));
  expect(refusalsOfCreation.filter((code) => !foretold.has(code) && !(code in unforetold))).toEqual([]);
});
