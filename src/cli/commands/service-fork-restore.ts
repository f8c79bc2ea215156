import type { ServiceBody } from '../../api';
import type { JsonObject, ReviewCard } from '../../domain';
import { minuteMs } from '../../domain';
import { readAnswer } from '../answer';
import type { CommandDefinition, Context, Result } from '../command';
import { NotConfirmedError } from '../errors';
import type { Answers } from '../fork-restore/answers';
import { answersCode, forkKeys } from '../fork-restore/answers';
import { forkExtension } from '../fork-extension';
import { checksText } from '../fork-restore/checks';
import type { FaultAt } from '../fork-restore/dialog';
import { answerInputs, readGiven } from '../fork-restore/given';
import { askForAnswers } from '../fork-restore/dialog';
import { awaitRunning } from '../await-running';
import { serviceText, shownService } from '../show/service';

const createTimeoutMs = 20 * minuteMs;

/** `forkcast service fork-restore`: the vendor's dialog of that name as one command. */
export const serviceForkRestore: CommandDefinition = {
  name: 'service fork-restore',
  summary: 'fork a service step by step: location, version, name; checked before it is made',
  about:
    'On a terminal it asks what no flag answers, with the answer it proposes in brackets. Elsewhere what it ' +
    'would propose is taken. The checks of all rules are shown first; with an error among them nothing is ' +
    'made.',
  examples: {
    'forkcast service fork-restore': 'asks for everything',
    'forkcast service fork-restore orders --recovery-target-time 2026-11-19T12:00:00Z --name orders-noon --dry-run':
      'would it work, and what would be in it?',
    'forkcast service fork-restore orders --from secondary --yes --wait': 'after the first region is lost',
  },
  exitCodes: { 1: 'the checks found an error, the registry refused it, or it was not confirmed' },
  place: 'project',
  declare: (inputs) => {
    const answers = answerInputs(inputs);
    const dryRun = inputs.flag('--dry-run', 'show the checks, make nothing');
    const yes = inputs.flag('-y, --yes', 'do not ask before it is made');
    const waits = inputs.flag('--wait', 'until it is RUNNING');
    return async (context) => {
      const project = await context.project();
      const { liveFacts } = await import('../facts.js');
      const { judge } = await import('../fork-restore/judge.js');
      const { verdictStops } = await import('../../review/index.js');
      const facts = await liveFacts(context);
      const faultAt: FaultAt = (asked, attribute) => faultIn(judge(asked, facts), attribute);
      const wanted = await askForAnswers({ ...context, project, facts, given: readGiven(answers), faultAt });
      const review = judge(wanted, facts);
      const checked = { answers: wanted, review };
      if (verdictStops(review.verdict.kind, false)) return reportResult(context, checked, 'stopped');
      if (dryRun()) return reportResult(context, checked, 'dry-run');
      if (!yes() && context.terminal.isInteractive) await confirmCreate(context, checked);
      return reportResult(context, checked, 'created', await create(context, wanted, { waits: waits() }));
    };
  },
};

/** What an error of the review says of one setting, and what to do. */
const faultIn = ({ services }: ReviewCard, attribute: string): string | undefined => {
  const findings = services.flatMap((service) => service.findings);
  const fault = findings.find((finding) => finding.severity === 'error' && finding.attribute === attribute);
  return fault && `${fault.detail} ${fault.remedy}`;
};

interface Checked {
  readonly answers: Answers;
  readonly review: ReviewCard;
}

const confirmCreate = async (context: Context, { answers, review }: Checked): Promise<void> => {
  context.terminal.err(`\n${await checksText(context, review)}\n`);
  const answer = await readAnswer(context.terminal, `Create fork ${answers.fork.name}? [Y/n]: `);
  if (!/^(y(es)?)?$/i.test(answer)) {
    throw new NotConfirmedError(`Creating ${answers.fork.name}`, '--yes');
  }
};

const create = async (
  context: Context,
  answers: Answers,
  { waits }: { readonly waits: boolean },
): Promise<ServiceBody> => {
  const client = await context.connect();
  const { project, location, target, fork } = answers;
  const service = await client.createService(project, {
    service_name: fork.name,
    service_type: answers.type,
    plan: fork.plan,
    cloud: fork.cloud,
    user_config: forkKeys(answers),
    ...forkExtension({ from: location, latest: target.kind === 'latest-transaction' }),
  });
  if (!waits) return service;
  return awaitRunning(context, client, { id: { project, service: fork.name }, service, timeoutMs: createTimeoutMs });
};

const reportResult = async (
  context: Context,
  { answers, review }: Checked,
  action: 'stopped' | 'dry-run' | 'created',
  service?: ServiceBody,
): Promise<Result> => {
  const { reviewDocument } = await import('../../review/index.js');
  const code = answersCode(answers);
  const parts =
    service === undefined
      ? [
          await checksText(context, review),
          action === 'dry-run' ? 'nothing was made' : 'nothing was made: an error stands in the way',
        ]
      : [
          ...(context.terminal.isInteractive ? [] : [await checksText(context, review)]),
          `created ${answers.project}/${service.service_name}`,
          serviceText(service, { verbose: false }),
          nextSteps(answers),
        ];
  const json: JsonObject = {
    action,
    project: answers.project,
    source: answers.source,
    request: {
      name: answers.fork.name,
      plan: answers.fork.plan,
      cloud: answers.fork.cloud,
      from: answers.location ?? null,
      ...forkKeys(answers),
    },
    command: code.cli,
    code,
    review: reviewDocument(review),
    service: service === undefined ? null : shownService(service),
  };
  const text = [...parts, `The same without questions:\n  ${code.cli}`].join('\n\n');
  return { exitCode: action === 'stopped' ? 1 : 0, text, json };
};

/** What the fork does not do by itself; the vendor's way to rename a service is the last line. */
const nextSteps = ({ source, fork: { name } }: Answers): string =>
  [
    'Next:',
    `  forkcast service manifest ${name}      what was copied, and what has to be made again`,
    `  forkcast service lineage ${name}       where it came from`,
    `  To rename ${source} this way: forkcast service rename ${source} ${name}`,
  ].join('\n');
