import { further, readAll } from '../inputs';
import { parseDurationMs } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import type { FirstClock } from '../world/found-registry';
import { UsageError } from '../errors';
import { meantInstant } from '../meant-time';
import { registryResult } from '../world/registry-result';

/** `forkcast registry init`. */
export const registryInit: CommandDefinition = {
  name: 'registry init',
  summary: 'make a registry: a simulated control plane in one file',
  about:
    'Without a world it holds organization demo-org with project demo, and no service. It is made in ' +
    '.forkcast beside the nearest cdktf.json, or where --registry says, in a file that only you may read. No other command makes one.',
  examples: {
    'forkcast registry init --world demo': 'a company with several projects and weeks of history',
    'forkcast registry init': 'an empty project; services run after seconds',
    'forkcast registry init --world shop.json --seed 42 --at 2026-11-20T08:00:00Z': 'the same each time',
  },
  exitCodes: { 1: 'there is a registry already, or a step of the world is refused' },
  place: 'registry',
  declare: (inputs) => {
    const world = inputs.text('--world <file>', 'a described world: a JSON file, or demo');
    const flags = {
      seed: inputs.text('--seed <text>', 'decides ids, passwords and lags (default: drawn)'),
      profile: inputs.choice('--profile <profile>', 'how long things take (default: fast)', [
        'instant',
        'fast',
        'realistic',
      ]),
      recoveryDefault: inputs.choice(
        '--recovery-default <state>',
        'what a fork of pg or mysql without a recovery point holds (default: base-backup)',
        ['base-backup', 'latest'],
      ),
      clock: further(
        inputs.text('--clock <mode>', 'real, frozen, or a factor such as 60x (default: real)'),
        parseClock,
      ),
      at: inputs.time('--at <time>', 'what its clock shows at first (default: now)'),
      makerSilence: further(
        inputs.text(
          '--maker-silence <duration>',
          'how long a create may give no sign of life before it counts as interrupted (default: 30s)',
        ),
        checkSilence,
      ),
    };
    const force = inputs.flag('--force', 'in the place of one that is there, which is forgotten but its tokens');
    return async (context) => {
      const { chooseWorld } = await import('../world/choose-world.js');
      const { foundRegistry, planFounding, registryFile } = await import('../world/found-registry.js');
      const path = registryFile(context.location());
      const { at, ...told } = readAll(flags);
      const founding = planFounding(chooseWorld(context.terminal.cwd, world()), {
        ...told,
        at: await meantInstant(context, at, context.terminal.now()),
      });
      foundRegistry(path, founding, { replace: force(), ...context.terminal });
      const { text, json } = await registryResult(await context.connect(), context.terminal.now());
      return done(`${text}\n\nNext:\n${nextSteps(world() !== undefined)}`, json);
    };
  },
};

const nextSteps = (hasServices: boolean): string =>
  hasServices
    ? '  forkcast service list --project PROJECT    what is there\n  forkcast service fork-restore --project PROJECT'
    : '  forkcast service create orders -t pg -p business-4 --cloud google-europe-west1 --wait';

const checkSilence = (text: string): string => {
  if (parseDurationMs(text) !== undefined) return text;
  throw new UsageError(`--maker-silence is a duration such as 30s or 5m; got '${text}'.`);
};

const parseClock = (text: string): FirstClock => {
  if (text === 'real' || text === 'frozen') return { mode: text };
  const factor = Number(/^(\d+(?:\.\d+)?)x$/.exec(text)?.[1]);
  if (factor > 0) return { mode: 'factor', factor };
  throw new UsageError(`--clock is real, frozen, or a factor such as 60x; got '${text}'.`);
};
