import { toRfc3339 } from '../../domain';
import type { EpochMs, RecoveryWindow, ServiceType } from '../../domain';
import type { OwnBackup } from '../own-facts';
import { backupViewAt, isTooOldToRestore } from '../schedule/locations';
import type { BackupView } from '../schedule/locations';
import { isDown } from '../state';
import type { ServiceState } from '../state';
import { refuse } from './decision';
import type { DecideContext, Refused } from './decision';
import type { ForkAsked } from './fork-request';

/** The point that a fork really begins with. */
interface RecoveryPoint {
  readonly at: EpochMs;
  readonly backup: OwnBackup;
  readonly location: string;
  readonly role: 'primary' | 'secondary';
}

type Resolved = Refused | { readonly kind: 'resolved'; readonly point: RecoveryPoint };

interface Wanted {
  readonly asked: ForkAsked;
  readonly source: ServiceState;
  readonly type: ServiceType;
  readonly plan: string;
  readonly cloud: string;
}

/**
 * The storage location and the recovery point of a fork. With `from` that location is enforced. Else the secondary serves when the
 * cloud is its region, the plan is the source's and the point is restorable there; or, with the same demands, when the primary is down.
 */
export const resolveRecoveryPoint = (context: DecideContext, request: Wanted): Resolved => {
  const asked = meantBy(context, request);
  const wanted = { ...request, asked };
  const { source, type } = wanted;
  const view = backupViewAt(context.registry, source, type, context.now);
  const future = asked.target.kind === 'time' && asked.target.time.at > context.now;
  if (future && asked.target.kind === 'time') return inFuture(asked.target.time.text, context.now);
  // Where nothing was ever kept, no region is to blame.
  if (view.backups.length === 0) {
    return refuse('fork_no_backups', `No valid backups for service ${source.service}. Wait for its first backup.`);
  }
  const primary = (): Resolved =>
    isDown(context.registry, source.location) ? primaryDown(source) : fromPrimary(context, wanted, view);
  if (asked.from === 'primary') return primary();
  if (asked.from === 'secondary') return fromSecondary(context, wanted, view);
  const region = source.region.cloud;
  if (isDown(context.registry, source.location)) {
    return region === null ? primaryDown(source) : fromSecondary(context, wanted, view);
  }
  if (region === null || region !== wanted.cloud || wanted.plan !== source.plan.name) return primary();
  if (asked.target.kind === 'latest-backup' && !isUsable(view.backups.at(-1), context.now)) return primary();
  if (asked.target.kind === 'latest-transaction' && !holdsAll(view, context.now)) return primary();
  const secondary = fromSecondary(context, wanted, view);
  return secondary.kind === 'resolved' ? secondary : primary();
};

/** Without a recovery point a point-in-time type restores what this registry is set to. */
const meantBy = ({ registry }: DecideContext, { asked, type }: Wanted): ForkAsked =>
  asked.target.kind === 'latest-backup' && type.recovery === 'point-in-time' && registry.recoveryDefault === 'latest'
    ? { ...asked, target: { kind: 'latest-transaction' } }
    : asked;

const isUsable = (backup: OwnBackup | undefined, now: EpochMs): boolean =>
  backup?.copy !== undefined && backup.copy.replicatedAt <= now;

/** Whether the copies reach as far as the log itself, as they do some minutes after it has ended. */
const holdsAll = (view: BackupView, now: EpochMs): boolean =>
  findWindow(view, 'secondary')?.latest === (findWindow(view, 'primary')?.latest ?? now);

const findWindow = ({ windows }: BackupView, role: RecoveryPoint['role']) =>
  windows.find((window) => window.role === role);

const fromPrimary = (context: DecideContext, { asked, source }: Wanted, view: BackupView): Resolved => {
  const window = findWindow(view, 'primary');
  return pick(context, asked, source, view, view.backups, window, { location: source.location, role: 'primary' });
};

const fromSecondary = (context: DecideContext, wanted: Wanted, view: BackupView): Resolved => {
  const { asked, source, type } = wanted;
  const region = source.region.cloud;
  const copies = view.backups.filter((backup) => isUsable(backup, context.now));
  if (region === null || copies.length === 0) {
    const why = region === null ? 'has no second backup region' : `has no usable copy of its backups in ${region} yet`;
    return refuse(
      'secondary_not_available',
      `Service ${source.service} ${why}. Fork from the primary location, or wait for the first copy.`,
      asked.from === 'secondary' ? 'secondary' : 'primary',
    );
  }
  if (isDown(context.registry, region)) {
    return refuse(
      'backup_location_down',
      `Cloud ${region}, which keeps the copies, is down. Fork from the primary location, or wait.`,
    );
  }
  if (wanted.cloud !== region) {
    return refuse(
      'secondary_cloud_mismatch',
      `The copies are in ${region}, but the fork asks for ${wanted.cloud}. Set its cloud to ${region}.`,
    );
  }
  if (wanted.plan !== source.plan.name) {
    return refuse(
      'secondary_plan_mismatch',
      `A fork from the secondary location gets the source's plan ${source.plan.name}, but ${wanted.plan} was asked. ` +
        `Set its plan to ${source.plan.name}.`,
    );
  }
  const byLog = asked.target.kind === 'time' || asked.target.kind === 'latest-transaction';
  if (byLog && !type.backupRegionPointInTime) {
    return refuse(
      'secondary_no_point_in_time',
      `Services of type ${type.name} restore no instant from the secondary location. Leave the recovery point out.`,
    );
  }
  const window = view.windows.find(({ role }) => role === 'secondary');
  return pick(context, asked, source, view, copies, window, { location: region, role: 'secondary' });
};

const pick = (
  context: DecideContext,
  asked: ForkAsked,
  source: ServiceState,
  view: BackupView,
  backups: readonly OwnBackup[],
  window: RecoveryWindow | undefined,
  where: { readonly location: string; readonly role: 'primary' | 'secondary' },
): Resolved => {
  const { target } = asked;
  if (target.kind === 'time') return atTime(context, target.time, backups, window, where);
  if (target.kind === 'latest-transaction') {
    const at = window?.latest ?? context.now;
    return atTime(context, { text: 'of the latest transaction', at }, backups, window, where);
  }
  const restorable = backups.filter((backup) => !isTooOldToRestore(backup, view));
  if (target.kind === 'latest-backup') {
    const newest = restorable.at(-1);
    return newest === undefined
      ? refuse(
          'fork_no_backups',
          `No valid backups for service ${source.service} in ${where.location}. Wait for its next backup.`,
        )
      : resolved(newest, newest.completedAt, where);
  }
  const named = backups.find(({ name }) => name === target.backupName);
  if (named === undefined) {
    const newest = backups.at(-1)?.name ?? 'none';
    return refuse(
      'recovery_backup_not_found',
      `Service ${source.service} has no backup ${target.backupName} in ${where.location}; the newest is ${newest}. ` +
        'List its backups, and choose one.',
      where.role,
    );
  }
  return isTooOldToRestore(named, view)
    ? refuse(
        'recovery_backup_not_restorable',
        `Backup ${named.name} is an hourly one, completed at ${toRfc3339(named.completedAt)}:` +
          ' these are restorable for 24 hours before the newest backup. Choose a daily backup.',
        where.role,
      )
    : resolved(named, named.completedAt, where);
};

const atTime = (
  context: DecideContext,
  time: { readonly text: string; readonly at: EpochMs },
  backups: readonly OwnBackup[],
  window: RecoveryWindow | undefined,
  where: { readonly location: string; readonly role: 'primary' | 'secondary' },
): Resolved => {
  const earliest = window?.earliest ?? null;
  const latest = window?.latest ?? context.now;
  const base = [...backups].reverse().find(({ completedAt }) => completedAt <= time.at);
  if (earliest === null || base === undefined || time.at < earliest || time.at > latest) {
    const bounds =
      earliest === null ? 'nothing is restorable' : `between ${toRfc3339(earliest)} and ${toRfc3339(latest)}`;
    return refuse(
      'recovery_time_out_of_range',
      `recovery_target_time ${time.text} is outside what ${where.location} holds: ${bounds}. Choose a time in it.`,
      where.role === 'secondary' ? 'secondary' : time.at > latest ? 'after-primary' : 'before-primary',
    );
  }
  return resolved(base, time.at, where);
};

const resolved = (
  backup: OwnBackup,
  at: EpochMs,
  where: { readonly location: string; readonly role: 'primary' | 'secondary' },
): Resolved => ({ kind: 'resolved', point: { at, backup, ...where } });

const inFuture = (text: string, now: EpochMs): Refused =>
  refuse(
    'recovery_time_in_future',
    `recovery_target_time ${text} has not come yet: it is ${toRfc3339(now)} in the registry. Choose an earlier time.`,
  );

const primaryDown = (source: ServiceState): Refused =>
  refuse(
    'backup_location_down',
    `Cloud ${source.location}, which keeps the backups of ${source.service}, is down,` +
      ' and no copy elsewhere can serve. Wait until it is back.',
  );
