import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { FaultsBody } from '../../src/api';
import { forkcast } from '../cli/a-terminal';
import { aServer } from '../contract/a-server';
import { prepared, recorded } from '../contract/avn/recorded';
import { aCreate } from '../registry/world';
import { expectOnPage, type Met } from './page';
import { cache, describeIf, run, setFaults, works } from './tools';

jest.setTimeout(1_800_000);

const version = '4.18.0';
const venv = cache(`aiven-client-${version}`);
const program = join(venv, 'bin', 'avn');
const isThere =
  existsSync(program) ||
  (works('python3', '-m', 'venv', venv) &&
    works(join(venv, 'bin', 'pip'), 'install', '-q', `aiven-client==${version}`) &&
    existsSync(program));

/** Those that ask a person, and those that the command line does not have. */
const left = /^user login|does not exist/u;

/** The words of a command as they were recorded; quotes inside of a word are its own. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/(?<=^| )(?:'(.*?)'(?= |$)|(\S+))/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');

interface Law {
  readonly name: string;
  readonly faults: FaultsBody;
  readonly words: readonly string[];
  /** What is in the error that it ends with; absent: it asks again, and is answered. */
  readonly says?: string;
  /** What is done afterwards, and how that is told. */
  readonly then?: { readonly words: readonly string[]; readonly told: string };
}

const get = ['service', 'get', 'src'];

/** It asks again only for reads whose connection failed, three times. @see aiven-client 4.18.0, client.py (read 2026-11-27) */
const laws: readonly Law[] = [
  { name: 'a connection that is cut, of a read', faults: { drop_rate: 1, first: 2 }, words: get },
  {
    name: '503 of a read',
    faults: { error_rate: 1, first: 1 },
    words: get,
    says: '503',
    then: { words: get, told: 'and is answered the next time' },
  },
  {
    ...{ name: '429 with "try again in 28s"', words: get, says: 'try again in 28s' },
    faults: { error_rate: 1, error_status: 429, try_again_in_s: 28 },
  },
  {
    ...{
      name: '501 for a create that was carried out',
      says: '501',
      then: { words: ['service', 'get', 'late'], told: 'and it is there' },
    },
    ...{ words: ['service', 'create', 'late', '-t', 'pg', '-p', 'startup-4', '--cloud', 'google-europe-west1'] },
    faults: {
      ...{ operations: ['ServiceCreate'], error_after_success_rate: 1, error_after_success_status: 501, first: 1 },
    },
  },
  {
    ...{ name: '417 for what something still hangs on', words: ['service', 'terminate', 'src', '--force'] },
    ...{ says: '417', then: { words: ['service', 'terminate', 'src', '--force'], told: 'and is done the next time' } },
    faults: { operations: ['ServiceDelete'], error_rate: 1, error_status: 417, first: 1 },
  },
];

describeIf(isThere, 'the vendor`s command line', 'no python3, or its package cannot be had', () => {
  test('runs every recorded command', async () => {
    const home = mkdtempSync(join(tmpdir(), 'forkcast-avn-'));
    const meet = async ({ title, command }: (typeof recorded)[number]): Promise<Met> => {
      const served = prepared();
      const env = {
        ...{ HOME: home, AIVEN_CONFIG_DIR: home, AIVEN_WEB_URL: await served.listening() },
        ...{ AIVEN_AUTH_TOKEN: served.secret, AIVEN_PROJECT: '', NO_COLOR: '1' },
      };
      const words = wordsOf(served.fillCommand(command)).slice(1);
      const { code, err } = await run(program, words, { env, cwd: home });
      await served.close();
      if (code === 0) return { name: title, outcome: 'served' };
      const note = err.trim().split('\n').at(-1)?.replaceAll('|', '/').replaceAll('\t', ' ').slice(0, 200) ?? '';
      return /is not simulated/u.test(err)
        ? { name: title, outcome: 'refused by name' }
        : { name: title, outcome: 'differs', note };
    };
    const asked = recorded.filter(({ title }) => !left.test(title));
    const met: Met[] = [];
    for (let first = 0; first < asked.length; first += 2) {
      met.push(...(await Promise.all(asked.slice(first, first + 2).map(meet))));
    }
    expect(met.length).toBeGreaterThan(80);
    expectOnPage(`The command line, aiven-client ${version}`, met);
  });

  test('brings a service of a real account back by the line that recover prints', async () => {
    const home = mkdtempSync(join(tmpdir(), 'forkcast-avn-'));
    const served = aServer({ strictVendor: true });
    served.world.run(aCreate({ service: 'orders', userConfig: { pg_version: '17' } }));
    served.world.advance(3 * 86_400_000);
    const token = served.token('admin');
    const url = await served.listening();
    const recover = await forkcast(['recover', '--lose', 'service', '--max-age', '0s'], {
      ...{ cwd: home, env: { FORKCAST_REGISTRY: url, FORKCAST_TOKEN: token }, now: () => served.world.now() },
    });
    const line = recover.out.split('\n').find((one) => one.includes('avn service create')) ?? '';
    const ran = await run('sh', ['-c', line.trim()], {
      cwd: home,
      env: {
        ...{ HOME: home, AIVEN_CONFIG_DIR: home, AIVEN_WEB_URL: url, AIVEN_AUTH_TOKEN: token, NO_COLOR: '1' },
        PATH: `${dirname(program)}${delimiter}${process.env['PATH'] ?? ''}`,
      },
    });
    const made = served.world.registry.findService({ project: 'demo', service: 'orders-recovered' });
    await served.close();
    expect({ line, ...ran }).toMatchObject({ code: 0 });
    expect(made?.facts.lineage).toMatchObject({ sourceProject: 'demo', sourceService: 'orders' });
  });

  test('behaves as its makers say where the API does', async () => {
    const home = mkdtempSync(join(tmpdir(), 'forkcast-avn-'));
    const meet = async ({ name, faults, words, says, then }: Law): Promise<Met> => {
      const served = prepared();
      const env = {
        ...{ HOME: home, AIVEN_CONFIG_DIR: home, AIVEN_WEB_URL: await served.listening() },
        ...{ AIVEN_AUTH_TOKEN: served.secret, AIVEN_PROJECT: 'demo', NO_COLOR: '1' },
      };
      await setFaults(served, served.secret, faults);
      const { code, err } = await run(program, words, { env, cwd: home });
      const next = then === undefined ? 0 : (await run(program, then.words, { env, cwd: home })).code;
      await served.close();
      const isMet = (says === undefined ? code === 0 : code !== 0 && err.includes(says)) && next === 0;
      const note =
        says === undefined ? 'asked again' : `ends with an error${then === undefined ? '' : `, ${then.told}`}`;
      if (isMet) return { name, outcome: 'served', note };
      return {
        name,
        outcome: 'differs',
        note: `${code}: ${err.trim().split('\n').at(-1)?.replaceAll('|', '/') ?? ''}`,
      };
    };
    const met: Met[] = [];
    for (const law of laws) met.push(await meet(law));
    expectOnPage('The command line, law by law', met);
  });
});
