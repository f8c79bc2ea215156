import { playRequests } from './fuzz';

const rounds = 40;
const length = 50;

test(`${rounds * length} random requests: no 5xx, no leak, and a log that stays valid`, async () => {
  let accepted = 0;
  for (let seed = 1; seed <= rounds; seed += 1) accepted += (await playRequests(seed, length)).accepted;
  expect(accepted).toBeGreaterThan(rounds * length * 0.2);
});
