import type { RegistryClient, ServiceBody } from '../../api';
import type { ReviewCard } from '../../domain';
import { minuteMs } from '../../domain';
import type { CommandDefinition, Context, Result } from '../command';
import { reach } from '../command';
import { NotConfirmedError, UsageError } from '../errors';
import { readAll } from '../inputs';
import { findService } from '../find-service';
import type { Rename } from '../rename/plan';
import type { RenameReport } from '../rename/report';
import { listMoves, makeMoves } from '../rename/integrations';
import { checksText } from '../fork-restore/checks';
import { awaitRunning } from '../await-running';

const createTimeoutMs = 20 * minuteMs;

/** `forkcast service rename`: the vendor's procedure, a fork under the new name, as one guided command. */
export const serviceRename: CommandDefinition = {
  name: 'service rename',
  summary: 'rename a service: fork it under the new name, with what a fork leaves out; checked first',
  about:
    'A service never changes its name, so it is forked under the new one with the same plan, cloud, disk, tags, termination ' +
    'protection, maintenance window and second backup region, and with the latest transaction where its type has it. Run it ' +
    'again to carry on where it stopped. The original stays unless --terminate-original is given, and then goes only when the ' +
    'fork is RUNNING and holds all that the original holds.',
  examples: {
    'forkcast service rename orders orders-v2 --dry-run': 'the checks, and what has to be made again',
    'forkcast service rename orders orders-v2 --copy-integrations': 'the fork; the original stays',
    'forkcast service rename orders orders-v2 --terminate-original --force':
      'when the clients are moved: the original goes',
  },
  exitCodes: { 1: 'the checks found an error, it was refused or not confirmed, or the original could not go' },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const newName = inputs.argument('new-name', 'the name that it gets');
    const flags = {
      dryRun: inputs.flag('--dry-run', 'show the checks and the steps, make nothing'),
      copy: inputs.flag('--copy-integrations', 'make its integrations again at the new service'),
      terminate: inputs.flag('--terminate-original', 'end the original, when the new service holds all that it holds'),
      force: inputs.flag('-f, --force', 'ask nothing'),
    };
    return async (context) => {
      if (name() === newName()) throw new UsageError(`The new name is the old one: ${name()}.`);
      const { project, client } = await reach(context);
      const source = await findService(client, project, name());
      const given = flags.force() || context.terminal.env['AIVEN_FORCE'] === 'true';
      const wanted = { ...readAll(flags), force: given };
      return renameService(context, client, { project, source, to: newName() }, wanted);
    };
  },
};

type Wanted = Readonly<Record<'dryRun' | 'copy' | 'terminate' | 'force', boolean>>;

const renameService = async (
  context: Context,
  client: RegistryClient,
  rename: Rename,
  wanted: Wanted,
): Promise<Result> => {
  const { wasForkedFrom, reviewRename } = await import('../rename/plan.js');
  const { liveFacts } = await import('../facts.js');
  const { verdictStops } = await import('../../review/index.js');
  const { project, source, to } = rename;
  const existing = await client.getService(project, to);
  const resumed = existing !== undefined && wasForkedFrom(existing, rename);
  const review = resumed ? undefined : reviewRename(rename, await liveFacts(context));
  const moves = await listMoves(client, rename, resumed ? to : undefined);
  const begun = { rename, review, resumed, fork: undefined, integrations: moves, digests: undefined, kept: undefined };
  if (review !== undefined && verdictStops(review.verdict.kind, false))
    return reportResult(context, { ...begun, action: 'stopped' });
  if (wanted.terminate && source.termination_protection) {
    const remedy = `forkcast service update ${source.service_name} --disable-termination-protection`;
    const kept = `${project}/${source.service_name} is protected: ${remedy}`;
    return reportResult(context, { ...begun, action: 'stopped', kept });
  }
  if (wanted.dryRun)
    return reportResult(context, { ...begun, fork: resumed ? existing : undefined, action: 'dry-run' });
  await confirmStart(context, rename, { review, wanted });
  const fork = await runningFork(context, client, rename, resumed ? existing : undefined);
  const integrations = wanted.copy ? await makeMoves(client, project, moves) : moves;
  const digests = await fetchDigests(client, rename, fork);
  const made: RenameReport = { ...begun, fork, integrations, digests, action: 'forked' };
  return wanted.terminate ? terminateOriginal(context, client, made, wanted) : reportResult(context, made);
};

/** Asks before anything is made; where nobody can be asked, only the end of the original needs a flag. */
const confirmStart = async (
  context: Context,
  { project, source, to }: Rename,
  { review, wanted }: { readonly review: ReviewCard | undefined; readonly wanted: Wanted },
): Promise<void> => {
  if (wanted.force) return;
  if (!context.terminal.isInteractive) {
    if (wanted.terminate) throw new NotConfirmedError(`Terminating ${source.service_name}`, '--force');
    return;
  }
  if (review === undefined) return;
  context.terminal.err(`\n${await checksText(context, review)}\n`);
  const question = `Do all writes to ${project}/${source.service_name} stand still? Fork it as ${to} now? [y/N]: `;
  const answer = await context.terminal.ask(question);
  if (!/^y(es)?$/i.test(answer?.trim() ?? ''))
    throw new NotConfirmedError(`Renaming ${source.service_name}`, '--force');
};

const runningFork = async (
  context: Context,
  client: RegistryClient,
  rename: Rename,
  existing: ServiceBody | undefined,
): Promise<ServiceBody> => {
  const { renameBody } = await import('../../api/index.js');
  const { restoresTransactions } = await import('../rename/plan.js');
  const id = { project: rename.project, service: rename.to };
  const service =
    existing ??
    (await client.createService(
      rename.project,
      renameBody(rename.source, { to: rename.to, latest: restoresTransactions(rename.source) }),
    ));
  return awaitRunning(context, client, { id, service, timeoutMs: createTimeoutMs });
};

/** What the original holds now, and what the fork held when it was made: clients may write to the fork since. */
const fetchDigests = async (
  client: RegistryClient,
  { project, source, to }: Rename,
  fork: ServiceBody,
): Promise<NonNullable<RenameReport['digests']>> => ({
  source: (await client.contents(project, source.service_name)).data_digest,
  fork: fork.forkcast?.fork_digest ?? (await client.contents(project, to)).data_digest,
});

const terminateOriginal = async (
  context: Context,
  client: RegistryClient,
  made: RenameReport,
  wanted: Wanted,
): Promise<Result> => {
  const { project, source, to } = made.rename;
  const name = `${project}/${source.service_name}`;
  if (made.digests === undefined || made.digests.source !== made.digests.fork) {
    const kept = `${name} is kept. Stop its writes, terminate ${to}, and rename again`;
    return reportResult(context, { ...made, kept });
  }
  if (!wanted.force) {
    const { renameText } = await import('../rename/report.js');
    context.terminal.err(`\n${renameText(made)}\n\n`);
    const question = `Terminate ${name}, with all it holds? Type its name again: `;
    const answer = await context.terminal.ask(question);
    if (answer?.trim() !== source.service_name)
      return reportResult(context, { ...made, kept: `${name} is kept: not confirmed` });
  }
  await client.deleteService(project, source.service_name);
  return reportResult(context, { ...made, action: 'renamed' });
};

const reportResult = async (context: Context, report: RenameReport): Promise<Result> => {
  const { renameJson, renameText } = await import('../rename/report.js');
  const { review, action, kept } = report;
  const last: Partial<Record<RenameReport['action'], string>> = {
    stopped: 'nothing was made: an error stands in the way',
    'dry-run': 'nothing was made',
  };
  const parts = [
    ...(review === undefined ? [] : [await checksText(context, review)]),
    renameText(report),
    ...(last[action] === undefined ? [] : [last[action]]),
  ];
  return {
    exitCode: action === 'stopped' || kept !== undefined ? 1 : 0,
    text: parts.join('\n\n'),
    json: renameJson(report),
  };
};
