import type { Server } from '../a-server';
import { valuesAt } from '../json-path';
import { avnRead, avnSend } from './client';
import { prepared, recorded } from './recorded';

/** Commands that end differently here, on purpose, with what the command line then prints. */
const refusedHere: Readonly<Record<string, RegExp>> = {
  'user login (password)': /^The operation UserAuth is not simulated: .* \(status 400\)$/,
  'service create BTAR (-c additional_backup_regions)': /provider .* \(status 400\)$/,
  'service create --no-fail-if-exists (409)': /already exists .* \(status 409\)$/,
};

let open: Server | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

describe('the recorded commands of the vendor`s command line', () => {
  test('are all here', () => {
    expect(recorded).toHaveLength(87);
    expect(recorded.flatMap(({ requests }) => requests)).toHaveLength(131);
  });

  test.each(recorded.map((exchange) => [exchange.title, exchange] as const))('%s', async (title, exchange) => {
    const served = prepared();
    open = served;
    for (const request of exchange.requests) {
      const answer = await avnSend(served, served.secret, { ...request, path: served.fill(request.path) });
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      const read = avnRead(answer);
      const last = request === exchange.requests.at(-1) || title === 'user login (password)';
      const refusal = last ? refusedHere[title] : undefined;
      if (refusal !== undefined) {
        expect(read).toEqual({ failed: expect.stringMatching(refusal) });
        return;
      }
      expect(read).toEqual({ ok: expect.any(Object) });
      const { ok } = read as { ok: unknown };
      const place = `${request.method} ${request.path.split('?', 1).join('')}`;
      for (const path of exchange.needs?.[place] ?? []) {
        const missing = valuesAt(ok, path).filter((value) => value === undefined);
        expect({ path, missing }).toEqual({ path, missing: [] });
      }
      for (const path of exchange.notNull?.[place] ?? []) {
        const nulls = valuesAt(ok, path).filter((value) => value === null);
        expect({ path, nulls }).toEqual({ path, nulls: [] });
      }
    }
    expect(served.bugs()).toEqual([]);
  });
});
