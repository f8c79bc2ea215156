import { counted, dayMs, parseInstant, type EpochMs } from '../../domain';
import type { Row } from '../list/row';
import { writeAge } from '../../time';

const [width, plotWidth, height, shownMs] = [120, 114, 18, 30 * dayMs] as const;

/** The windows of a service over the last 30 days with its newest backup: a backup that is missing is seen at a glance. */
export const Sparkline = ({ row, now }: { readonly row: Row; readonly now: EpochMs }) => {
  const place = (at: EpochMs): number =>
    Math.min(plotWidth, Math.max(6, plotWidth - ((now - at) / shownMs) * plotWidth));
  const { newestBackupAt } = row;
  const { windows } = row.service;
  if (newestBackupAt === null && windows.every(({ earliest }) => earliest === null))
    return <span class="faint">no backup</span>;
  // One lane, or a mark alone, stands in the middle.
  const top = windows.length < 2 ? 6 : 3;
  return (
    <svg class="sparkline" width={width} height={height} role="img" aria-label={describeWindow(row, now)}>
      {windows.map(({ role, earliest, latest }, index) => {
        if (earliest === null) return null;
        const x = place(parseInstant(earliest) ?? now);
        const y = index === 0 ? top : 11;
        return (
          <rect
            key={role}
            class={role}
            x={x}
            y={y}
            width={Math.max(1, place(parseInstant(latest ?? '') ?? now) - x)}
            height={index === 0 ? 6 : 4}
            rx={1.5}
          />
        );
      })}
      {newestBackupAt !== null && <path class="diamond" d={`M${place(newestBackupAt)} ${top - 2}l5 5-5 5-5-5z`} />}
    </svg>
  );
};

const describeWindow = ({ service: { windows, backup_count }, newestBackupAt }: Row, now: EpochMs): string => {
  const newest =
    newestBackupAt === null
      ? 'no backup'
      : `${counted(backup_count, 'backup')}, the newest ${writeAge(newestBackupAt, now)}`;
  const oldest = parseInstant(windows.find(({ role }) => role === 'primary')?.earliest ?? '');
  return oldest === undefined ? newest : `${newest}; restorable since ${writeAge(oldest, now)}`;
};
