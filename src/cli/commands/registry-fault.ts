import { further, readAll } from '../inputs';
import type { AnswerOf, Contract } from '../../api';
import { given, parseDurationMs } from '../../domain';
import type { CommandDefinition } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';

const bare = { at: {}, body: null, query: null };

const shown = ({ faults, requests }: AnswerOf<Contract['FaultGet']>) => {
  const text =
    faults === null
      ? ['no faults']
      : [
          ...Object.entries(faults).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
          `requests so far: ${requests}`,
        ];
  return done(text.join('\n'), { faults, requests });
};

/** `forkcast registry fault show`. */
export const registryFaultShow: CommandDefinition = {
  name: 'registry fault show',
  summary: 'show the faults that are set',
  examples: { 'forkcast registry fault show --registry http://127.0.0.1:8321': 'and the requests so far' },
  place: 'registry',
  declare: () => async (context) => shown(await (await context.connect()).ask('FaultGet', bare)),
};

/** `forkcast registry fault clear`. */
export const registryFaultClear: CommandDefinition = {
  name: 'registry fault clear',
  summary: 'end all faults',
  examples: { 'forkcast registry fault clear --registry http://127.0.0.1:8321': 'answers are as they should be' },
  place: 'registry',
  declare: () => async (context) => shown(await (await context.connect()).ask('FaultClear', bare)),
};

/** `forkcast registry fault set`. */
export const registryFaultSet: CommandDefinition = {
  name: 'registry fault set',
  summary: 'let answers of a served registry be late, wrong or lost',
  about:
    'What happens to the n-th request follows from the seed and n alone, so a run can be repeated. Faults happen to what the ' +
    'vendor’s API has, unless --operation names others. For the loss of a region see forkcast registry outage.',
  examples: {
    'forkcast registry fault set --error-rate 0.1 --seed 7': 'every tenth answer is a 503',
    'forkcast registry fault set --error-after-success 1 --operation ServiceCreate': 'made, and told it failed',
    'forkcast registry fault set --latency 200ms..2s --drop 0.05': 'slow, and sometimes no answer at all',
    'forkcast registry fault set --error-rate 1 --error-status 417 --first 2 --operation ServiceDelete':
      'two deletes are told that a dependent still goes, the third is done',
    'forkcast registry fault set --unseen-reads 2 --unsteady-reads 4 --blank-password-reads 3':
      'new services answer as the vendor’s do at first',
  },
  place: 'registry',
  declare: (inputs) => {
    const flags = {
      seed: inputs.text('--seed <text>', 'decides which requests are struck (default: faults)'),
      latency_ms: further(
        inputs.text('--latency <duration>', 'waits so long, or between two such as 100ms..2s'),
        parseLatency,
      ),
      error_rate: further(
        inputs.text('--error-rate <share>', 'answered with an error and not executed, 0 to 1'),
        shareOf('--error-rate'),
      ),
      error_status: inputs.count(
        '--error-status <status>',
        '404, 408, 417, 429, 500, 501, 502, 503 or 504 (default: 503)',
      ),
      try_again_in_s: inputs.count('--try-again-in <seconds>', 'with status 429: its sentence says when to come again'),
      error_after_success_rate: further(
        inputs.text('--error-after-success <share>', 'executed, then answered with an error, 0 to 1'),
        shareOf('--error-after-success'),
      ),
      error_after_success_status: inputs.count('--error-after-success-status <status>', 'that error (default: 500)'),
      drop_rate: further(inputs.text('--drop <share>', 'executed, and the connection cut, 0 to 1'), shareOf('--drop')),
      unseen_reads: inputs.count('--unseen-reads <n>', 'first reads of a new service that answer 404 and 403 in turn'),
      unsteady_reads: inputs.count('--unsteady-reads <n>', 'reads after these that flicker between two states'),
      blank_password_reads: inputs.count('--blank-password-reads <n>', 'reads after these that have empty passwords'),
      first: inputs.count('--first <n>', 'only so many of these requests, the first ones'),
      operations: inputs.textList('--operation <id>', 'only this operation, can be repeated'),
    };
    return async (context) => {
      const { operations, ...told } = readAll(flags);
      const body = given({ ...told, operations: operations.length === 0 ? undefined : operations });
      return shown(await (await context.connect()).ask('FaultSet', { ...bare, body }));
    };
  },
};

const shareOf =
  (flag: string) =>
  (text: string): number => {
    const share = Number(text);
    if (text.trim() !== '' && share >= 0 && share <= 1) return share;
    throw new UsageError(`${flag} is a share from 0 to 1, such as 0.1; got '${text}'.`);
  };

const parseLatency = (text: string) => {
  const [least = '', most = least] = text.split('..');
  const [min, max] = [parseDurationMs(least), parseDurationMs(most)];
  if (min !== undefined && max !== undefined && min <= max) return { min, max };
  throw new UsageError(`--latency is a duration, or two of them such as 100ms..2s; got '${text}'.`);
};
