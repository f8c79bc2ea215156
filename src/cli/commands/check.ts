import type { JudgingCommand } from '../command';
import { judgingExitCodes } from '../judging-exit-codes';
import { judgingInputs } from '../judging-inputs';
import { UsageError } from '../errors';

/** `forkcast check`. */
export const check: JudgingCommand = {
  name: 'check',
  summary: 'judge the forks of a stack or a Terraform plan, before it is applied',
  about:
    'PATH is the folder that cdktf synth wrote, one cdk.tf.json of it, or what terraform show -json wrote of a plan or a ' +
    "state (- is what comes in by a pipe), with Forkcast's resources or the vendor's own (aiven_pg, ...); several are judged together. " +
    'Facts come from the registry or ' +
    'snapshot that is named; without one, what depends on them is undecided and counted. A block whose ' +
    'provider names another registry is not judged: judge it in a run of its own, with --registry. Acknowledged ' +
    'findings are shown and stop nothing; warnings never do. --fix mends what a plan holds: what the provider of Forkcast ' +
    'refuses, as a cloud without its provider, leaves no plan, and its error says what is meant.',
  examples: {
    'forkcast check cdktf.out': 'with the registry of this folder, if there is one',
    'forkcast check cdktf.out --registry facts:facts.json --strict': 'in CI, with a snapshot',
    'terraform show -json plan.out > plan.json && forkcast check plan.json': 'of any Terraform plan',
    'forkcast check cdktf.out --format json | jq .verdict': 'for programs',
    'forkcast check plan.json --source . --fix=patch | git apply':
      'what is surely meant, such as a cloud without its provider, is mended in the .tf files',
  },
  exitCodes: judgingExitCodes,
  place: 'registry',
  formats: ['sarif', 'junit', 'github'],
  declare: (inputs) => {
    const paths = inputs.argumentList('path', 'synth outputs, plans and states');
    const strict = inputs.flag('--strict', 'what could not be judged fails too');
    const fix = inputs.choice('--fix <how>', 'mend the .tf files of --source: print a patch, or write them', [
      'patch',
      'write',
    ]);
    const judging = judgingInputs(inputs);
    return async (context) => {
      const { judge } = await import('../judge-paths.js');
      const { cardRenderers, renderers, assembleCard, reviewDocument, verdictStops } =
        await import('../../review/index.js');
      const input = { paths: paths(), ...judging() };
      const how = fix();
      const { source: folder } = input;
      if (how !== undefined && folder === undefined)
        throw new UsageError('--fix edits the .tf files of a folder: name it with --source, such as --source .');
      const card = assembleCard(await judge(context, input));
      const exitCode = verdictStops(card.verdict.kind, strict()) ? 1 : 0;
      const mended =
        how === undefined || folder === undefined
          ? undefined
          : (await import('../fix/fix-source.js')).fixSource(context, card, { folder, how });
      if (how === 'patch') return { exitCode, text: mended ?? '', json: { patch: mended ?? '' }, isPatch: true };
      const { columns } = context.terminal;
      const format = context.format();
      const text =
        format === 'sarif' || format === 'junit' || format === 'github'
          ? cardRenderers[format](card, { strict: strict() })
          : renderers.text(card, { columns, colours: context.paint });
      return { exitCode, text: mended === undefined ? text : `${text}\n${mended}`, json: reviewDocument(card) };
    };
  },
};
