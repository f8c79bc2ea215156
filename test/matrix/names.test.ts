import { aRawServer, everyCase } from '../contract/hostile-names';

const arrived = aRawServer();

test('every hostile name at every part of every operation arrives as it is, or is refused before it is sent', async () => {
  const cases = everyCase();
  let refused = 0;
  for (const one of cases) {
    const got = await arrived(one);
    if (got === 'refused') refused += 1;
    else expect(got).toEqual([one.operation.method, one.operation.id, one.names]);
  }
  console.log(`names: ${cases.length} requests, ${refused} refused before they were sent`);
  expect(refused).toBe(cases.filter(({ odd }) => ['', '.', '..', '\ud800'].includes(odd)).length);
});
