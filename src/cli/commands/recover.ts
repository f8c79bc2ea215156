import type { JudgingCommand } from '../command';
import { judgingExitCodes } from '../judging-exit-codes';
import { asJson } from '../json';
import { readAll } from '../inputs';
import { readingInputs } from '../reading-inputs';

const formats = ['markdown', 'html', 'sarif', 'junit'] as const;

/** `forkcast recover`. */
export const recover: JudgingCommand = {
  name: 'recover',
  summary:
    'tell what comes back from where, and with what loss, when a region, a provider, a service or its backups are lost',
  about:
    'A matrix of services and losses, each cell met, breached or unknown: judged by the policies of forkcast.policy.json, and where ' +
    'none asks for it by whether anything comes back at all. The loss is computed, from the last instant that the surviving location can ' +
    'restore; time is judged against recorded runs, or a rate of the policy. With PATHs the services are judged as they would be after ' +
    'those plans. Each way back comes with the fork that does it.',
  examples: {
    'forkcast recover': 'every service, and each kind of loss',
    'forkcast recover --lose region:google-europe-west1': 'one region, for all services in it',
    'forkcast recover --lose region+backup-location --lose service': 'two losses at once, and another one',
    'forkcast recover plan.json --format junit': 'as it would be after a plan, for a pipeline',
  },
  exitCodes: {
    ...judgingExitCodes,
    0: 'nothing that a policy asks for is breached',
    1: 'something that a policy asks for is breached, or with --strict not known',
  },
  place: 'registry',
  formats,
  declare: (inputs) => {
    const flags = {
      paths: inputs.optionalArgumentList('path', 'synth outputs, plans and states: judge what is there after them'),
      lose: inputs.textList(
        '--lose <what>',
        'what is lost: region, provider, service, backup-location, or one by name',
      ),
      at: inputs.time('--at <time>', 'when it is lost (default: now)'),
      policy: inputs.text(
        '--policy <file>',
        'what has to be survived; without it the nearest forkcast.policy.json upward, if there is one',
      ),
      runs: inputs.text(
        '--runs <file>',
        'recorded runs of restores that times are judged by, beside those of the policy',
      ),
    };
    const strict = inputs.flag('--strict', 'what is not known fails too');
    const reading = readingInputs(inputs);
    return async (context) => {
      const { makeRecovery } = await import('../recovery.js');
      const { recoveryRenderers } = await import('../../review/index.js');
      const report = await makeRecovery(context, { ...readAll(flags), reading: reading() });
      const { askedBreached, askedUnknown } = report.counts;
      const format = formats.find((name) => name === context.format()) ?? 'text';
      const options = { columns: context.terminal.columns, colours: context.paint, strict: strict() };
      return {
        exitCode: askedBreached > 0 || (strict() && askedUnknown > 0) ? 1 : 0,
        text: recoveryRenderers[format](report, options),
        json: asJson(report),
      };
    };
  },
};
