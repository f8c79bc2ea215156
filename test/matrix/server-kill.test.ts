import { killRounds } from './served-kill';

test('a server that is killed under load 50 times loses nothing that it acknowledged', async () => {
  const { acknowledged, lost } = await killRounds(50);
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(500);
});
