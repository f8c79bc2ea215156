import { UsageError } from '../errors';
import { readAll, type Inputs } from '../inputs';

/** The flags that answer questions of the dialog. */
export const answerInputs = (inputs: Inputs) => ({
  source: inputs.optionalArgument('source', 'the service to fork'),
  location: inputs.choice('--from <location>', 'the backup location', ['primary', 'secondary']),
  latestTransaction: inputs.flag(
    '--latest-transaction',
    'all that was written, as far as the location holds it (pg, mysql)',
  ),
  latestBackup: inputs.flag('--latest-backup', 'the newest base backup'),
  time: inputs.text('--recovery-target-time <time>', 'the state of this instant (pg, mysql)'),
  backup: inputs.text('--recovery-basebackup-name <name>', 'this backup (the other types)'),
  name: inputs.text('--name <name>', 'the name of the new service'),
  plan: inputs.text('-p, --plan <plan>', "another plan than the source's"),
  cloud: inputs.text('--cloud <cloud>', "another cloud than the source's"),
});

/** What flags have answered already. @throws UsageError when two contradict */
export const readGiven = (flags: ReturnType<typeof answerInputs>) => {
  const { latestTransaction, latestBackup, ...given } = readAll(flags);
  if (latestTransaction && latestBackup)
    throw new UsageError('--latest-transaction and --latest-backup exclude each other.');
  const latest = latestBackup ? ('latest-backup' as const) : undefined;
  return { ...given, version: latestTransaction ? ('latest-transaction' as const) : latest };
};
