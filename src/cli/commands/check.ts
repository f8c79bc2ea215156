import type { CommandDefinition } from '../command';
import { judgingExitCodes } from '../judging-exit-codes';
import { judgingInputs } from '../judging-inputs';

/** `forkcast check`. */
export const check: CommandDefinition = {
  name: 'check',
  summary: 'judge the forks of a stack or a Terraform plan, before it is applied',
  about:
    'PATH is the folder that cdktf synth wrote, one cdk.tf.json of it, or what terraform show -json wrote of a plan or a ' +
    "state (- is what comes in by a pipe), with Forkcast's resources or the vendor's own (aiven_pg, ...); several are judged together. " +
    'Facts come from the registry or ' +
    'snapshot that is named; without one, what depends on them is undecided and counted. Acknowledged ' +
    'findings are shown and stop nothing; warnings never do.',
  examples: [
    { run: 'forkcast check cdktf.out', does: 'with the registry of this folder, if there is one' },
    { run: 'forkcast check cdktf.out --registry facts:facts.json --strict', does: 'in CI, with a snapshot' },
    { run: 'terraform show -json plan.out > plan.json && forkcast check plan.json', does: 'of any Terraform plan' },
    { run: 'forkcast check cdktf.out --format json | jq .verdict', does: 'for programs' },
  ],
  exitCodes: judgingExitCodes,
  place: 'registry',
  formats: ['sarif', 'junit', 'github'],
  declare: (inputs) => {
    const paths = inputs.argumentList('path', 'synth outputs, plans and states');
    const strict = inputs.flag('--strict', 'what could not be judged fails too');
    const judging = judgingInputs(inputs);
    return async (context) => {
      const { judge } = await import('../judge-paths.js');
      const { cardRenderers, renderers, assembleCard, reviewDocument, verdictStops } =
        await import('../../review/index.js');
      const card = assembleCard(await judge(context, { paths: paths(), ...judging() }));
      const { columns } = context.terminal;
      const format = context.format();
      const text =
        format === 'sarif' || format === 'junit' || format === 'github'
          ? cardRenderers[format](card, { strict: strict() })
          : renderers.text(card, { columns, colours: context.paint });
      return { exitCode: verdictStops(card.verdict.kind, strict()) ? 1 : 0, text, json: reviewDocument(card) };
    };
  },
};
