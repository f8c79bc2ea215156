import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aServer, type Server } from '../contract/a-server';
import { expectOnPage, type Met } from './page';
import { lifeByLaws } from './provider-laws';
import { lifeOf, lifeUnderFaults, type Step } from './provider-life';
import { describeIf, run, setFaults, works, writeOverride } from './tools';

jest.setTimeout(3_600_000);

const binary = process.env['FORKCAST_VENDOR_PROVIDER'];
const isThere = binary !== undefined && works('terraform', 'version');

/** What is done in the meantime is done as whoever has the token. */
const askAt = (server: Server, token: string, [method, path, body]: readonly [string, string, object?]) =>
  server.send({
    ...{ method, path, headers: { authorization: `aivenv1 ${token}`, 'content-type': 'application/json' } },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/** A folder with a configuration, and the vendor's provider, at a served registry whose clock goes fast. */
const aFolder = async () => {
  const server = aServer();
  const ticking = setInterval(() => server.world.advance(120_000), 1_000);
  const cwd = mkdtempSync(join(tmpdir(), 'forkcast-vendor-provider-'));
  const token = server.token('admin');
  const env = {
    ...{ TF_CLI_CONFIG_FILE: writeOverride(cwd, binary ?? ''), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
    ...{ AIVEN_WEB_URL: await server.listening(), AIVEN_TOKEN: token },
  };
  const take = async ({
    name,
    write,
    faults,
    meanwhile = [],
    run: args,
    code: wanted = 0,
    tries = 1,
    note: manner = '',
  }: Step): Promise<Met> => {
    if (write !== undefined) writeFileSync(join(cwd, 'main.tf'), write);
    if (faults !== undefined) await setFaults(server, token, faults);
    for (const asked of meanwhile) expect((await askAt(server, token, asked)).status).toBe(200);
    let note = '';
    for (let count = 1; count <= tries; count += 1) {
      const { code, out, err } = await run('terraform', args, { env, cwd });
      if (code === wanted) return { name, outcome: 'served', note: count > 1 ? 'when it is run again' : manner };
      const said = `${err}\n${out}`.split('\n').find((line) => /Error/u.test(line)) ?? '';
      note = `ended with ${code}: ${said.replaceAll('|', '/').trim()}`.slice(0, 200);
    }
    return { name, outcome: 'differs', note };
  };
  const close = async () => {
    clearInterval(ticking);
    await server.close();
  };
  return { server, take, close };
};

describeIf(
  isThere,
  'the vendor`s Terraform provider',
  'FORKCAST_VENDOR_PROVIDER names no binary, or no terraform',
  () => {
    test('makes forks, and keeps them through what happens behind its back, and under faults', async () => {
      const met: Met[] = [];
      const plain = await aFolder();
      const instant = () => new Date(plain.server.world.now() - 600_000).toISOString();
      for (const step of lifeOf(instant)) met.push(await plain.take(step()));
      await plain.close();
      const shaken = await aFolder();
      for (const step of lifeUnderFaults) {
        const one = await shaken.take(step);
        // How often it takes is a matter of luck, and no difference.
        met.push(one.outcome === 'served' ? { name: one.name, outcome: 'served' } : one);
      }
      await shaken.close();
      expectOnPage('The Terraform provider', met);
    });

    test('behaves as its makers say where the API does', async () => {
      const { take, close } = await aFolder();
      const met: Met[] = [];
      for (const step of lifeByLaws) met.push(await take(step));
      await close();
      expectOnPage('The Terraform provider, law by law', met);
    });
  },
);
