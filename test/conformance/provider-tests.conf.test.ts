import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { aServer } from '../contract/a-server';
import { readGoTests, type GoTest } from './go-tests';
import { expectOnPage, type Met } from './page';
import { describeIf, run, works } from './tools';

jest.setTimeout(5_400_000);

const folder = process.env['FORKCAST_VENDOR_TESTS'];
const provider = process.env['FORKCAST_VENDOR_PROVIDER'];
const isThere = folder !== undefined && provider !== undefined && works('terraform', 'version');

/** Releases that tests begin with before they go on with their own: no registry is asked, and the one binary stands for each. */
const releases = ['4.47.0', '4.50.0', '4.53.0', '4.56.0', '4.60.0', '4.61.0'];

const architecture = process.arch === 'x64' ? 'amd64' : process.arch;

/** What the tests of these names are about, none of which a fork needs: what is refused there is refused by name. */
const beyond: readonly (readonly [RegExp, string])[] = [
  [/^TestAccAiven(_flink|Flink\w+)$/u, 'Flink applications'],
  [/^TestAccAivenKafka(Connector|Quota)/u, 'connectors and quotas of Kafka'],
  [/_vpc(_|$)/u, 'networks'],
];

/** What a test waits for that is not there. */
const needed: readonly (readonly [RegExp, string])[] = [
  [/hashicorp\/random/u, 'needs the provider `random` from a registry'],
];

const told = ({ name, result, said }: GoTest, binary: string): Met => {
  const row = `${binary}: ${name}`;
  if (result === 'PASS') return { name: row, outcome: 'served' };
  const subject = beyond.find(([pattern]) => pattern.test(name))?.[1];
  if (subject !== undefined && said.includes('not simulated')) {
    return { name: row, outcome: 'refused by name', note: subject };
  }
  const lack = needed.find(([pattern]) => pattern.test(said))?.[1];
  const error = said.split('\n').find((line) => /Error:|error:|expected/u.test(line)) ?? 'was cut off';
  return { name: row, outcome: 'differs', note: lack ?? error.trim().replaceAll('|', '/').slice(0, 200) };
};

describeIf(
  isThere,
  'the acceptance tests of the vendor`s Terraform provider',
  'FORKCAST_VENDOR_TESTS names no folder of test binaries, FORKCAST_VENDOR_PROVIDER no binary, or no terraform',
  () => {
    test('pass against a served registry', async () => {
      const server = aServer();
      server.world.registry.execute({ type: 'CreateProject', project: 'other', organization: 'acme' });
      const ticking = setInterval(() => server.world.advance(120_000), 1_000);
      const cwd = mkdtempSync(join(tmpdir(), 'forkcast-vendor-tests-'));
      for (const release of releases) {
        const place = join(
          cwd,
          'mirror/registry.terraform.io/aiven/aiven',
          release,
          `${process.platform}_${architecture}`,
        );
        mkdirSync(place, { recursive: true });
        symlinkSync(provider ?? '', join(place, `terraform-provider-aiven_v${release}`));
      }
      const config = join(cwd, 'terraform.rc');
      writeFileSync(
        config,
        `provider_installation {\n  filesystem_mirror {\n    path = "${join(cwd, 'mirror')}"\n  }\n}\n`,
      );
      const env = {
        ...{
          TF_ACC: '1',
          TF_CLI_CONFIG_FILE: config,
          CHECKPOINT_DISABLE: '1',
          AIVEN_BACKWARD_COMPAT_VERSION: '4.61.0',
        },
        ...{ AIVEN_WEB_URL: await server.listening(), AIVEN_TOKEN: server.token('admin'), AIVEN_PROJECT_NAME: 'demo' },
        AIVEN_PROJECT_NAME_SECONDARY: 'other',
        ...{ AIVEN_ORGANIZATION_NAME: 'acme', AIVEN_ACCOUNT_NAME: 'acme', PROVIDER_AIVEN_ENABLE_BETA: '1' },
      };
      const waiting = readdirSync(folder ?? '').filter((file) => file.endsWith('.test'));
      const met: Met[] = [];
      const work = async (): Promise<void> => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          const args = ['-test.v', '-test.run=^TestAcc', '-test.parallel=5', '-test.timeout=25m'];
          const { out } = await run(join(folder ?? '', file), args, { env, cwd });
          const tests = readGoTests(out).filter(({ result }) => result !== 'SKIP');
          met.push(...tests.map((one) => told(one, basename(file, '.test').replaceAll('_', '/'))));
        }
      };
      await Promise.all([work(), work(), work()]);
      clearInterval(ticking);
      await server.close();
      expectOnPage('The acceptance tests of the Terraform provider', met);
    });
  },
);
