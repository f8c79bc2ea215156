import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepared, recorded } from '../contract/avn/recorded';
import { expectOnPage, type Met } from './page';
import { cache, describeIf, run, works } from './tools';

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
});
