import type { Checker, SeenFork } from '../observation';

/** A fork begins with a point that its location held just before: inside its window, or a backup that is listed there. */
export const pointInWindow: Checker = ({ fork }) => (fork === undefined ? undefined : faultOf(fork));

const faultOf = ({ lineage, source, now }: SeenFork): string | undefined => {
  const { recoveryPoint, backupName, location, role } = lineage;
  const backup = source.backups.find(({ name }) => name === backupName);
  if (backup === undefined) return `the fork was made from ${backupName}, which its source did not list`;
  const place = role === 'primary' ? backup.location : backup.copy?.cloud;
  if (place !== location) return `${backupName} lay in ${place}, not in ${location}`;
  if (role === 'secondary' && (backup.copy?.replicatedAt ?? Infinity) > now)
    return `the copy of ${backupName} was not there yet`;
  if (recoveryPoint === backup.completedAt) return undefined;
  const window = source.windows?.find((candidate) => candidate.role === role);
  const [earliest, latest] = [window?.earliest ?? Infinity, window?.latest ?? now];
  return recoveryPoint >= earliest && recoveryPoint <= latest && recoveryPoint >= backup.completedAt
    ? undefined
    : `the fork begins at ${recoveryPoint}, outside the window from ${earliest} to ${latest} of ${location}`;
};
