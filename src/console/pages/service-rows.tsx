import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { copyWords, parseInstant, replicaWords } from '../../domain';
import { useApp } from '../app';
import type { parseSort, SortKey } from '../list/sort';
import type { Row } from '../list/row';
import { reuseSlots, type Slots } from '../list/slots';
import { useLater } from '../later';
import { PlaceLink } from '../place-link';
import { writeAge, writeShort } from '../../time';
import { Sparkline } from './sparkline';
import { StateBadge } from './state-badge';

const columns: readonly (readonly [string, SortKey | undefined])[] = [
  ['Name', 'name'],
  ['Type', 'type'],
  ['Plan', 'plan'],
  ['Cloud', 'cloud'],
  ['State', 'state'],
  ['Forked from', undefined],
  ['Age', 'age'],
  ['Window, newest backup', 'backup'],
];

/** Rows that are printed at most. */
const mostOnPaper = 1_000;

/** Rows that are drawn beyond both ends of what is seen. */
const spareRows = 8;

interface Seen {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
}

/** The first row that is drawn, and the one after the last. */
const sliceSeen = ({ top, height, rowHeight }: Seen, rows: number, spare: number): readonly [number, number] => [
  Math.max(0, Math.min(Math.floor(top / rowHeight), rows) - spare),
  Math.min(rows, Math.ceil((top + height) / rowHeight) + spare),
];

interface RowsProps {
  readonly rows: readonly Row[];
  readonly sort: ReturnType<typeof parseSort>;
  readonly onSort: (key: SortKey) => void;
}

/** The rows of a list, of which only those in sight are drawn. */
export const ServiceRows = ({ rows, sort, onSort }: RowsProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800, rowHeight: 48 });
  const [isPaper, setPaper] = useState(false);
  const { outside } = useApp();
  const look = (): void => {
    const element = frame.current;
    if (element === null) return;
    const rowHeight = parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 48;
    const next = { top: element.scrollTop, height: element.clientHeight, rowHeight };
    setSeen((before) =>
      sliceSeen(before, rows.length, 0).join() === sliceSeen(next, rows.length, 0).join() &&
      before.rowHeight === rowHeight
        ? before
        : next,
    );
  };
  // It looks when the sizes are known, before they are painted: to ask for them earlier lays the page out once more.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(look);
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => outside.onPaper(setPaper), []);
  const spare = useLater() ? spareRows : 0;
  const [first, end] = isPaper ? [0, Math.min(rows.length, mostOnPaper)] : sliceSeen(seen, rows.length, spare);
  const drawn = useDrawn(rows.slice(first, end), first);
  return (
    <div
      class="rows"
      ref={frame}
      onScroll={look}
      role="table"
      aria-label="Services"
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      style={{ '--count': rows.length }}
    >
      <RowHead sort={sort} onSort={onSort} />
      <div
        role="rowgroup"
        class="row-space"
        style={isPaper ? undefined : { height: `${rows.length * seen.rowHeight}px` }}
      >
        <div style={{ transform: `translateY(${first * seen.rowHeight}px)` }} role="presentation">
          {drawn}
        </div>
      </div>
      {isPaper && end < rows.length && (
        <p class="notice">
          These are the first {end} of {rows.length} services. To print the others, filter the list.
        </p>
      )}
    </div>
  );
};

/** Rows as elements, the first of which stands at `first`. Those that are the same as before are not looked at again. */
const useDrawn = (rows: readonly Row[], first: number) => {
  const slots = useRef<Slots>(new Map());
  const shown = useAlike(rows);
  return useMemo(() => {
    slots.current = reuseSlots(slots.current, shown.map(writeKey));
    return shown.map((row, index) => (
      <ServiceRow key={slots.current.get(writeKey(row))} row={row} index={first + index} />
    ));
  }, [shown, first]);
};

/** The list of before, if its elements are the same: what is drawn of it need not be looked at again. */
const useAlike = <T,>(list: readonly T[]): readonly T[] => {
  const before = useRef(list);
  const isAlike = list.length === before.current.length && list.every((one, index) => one === before.current[index]);
  if (!isAlike) before.current = list;
  return before.current;
};

const writeKey = ({ service: { project, service_name: name } }: Row): string => `${project}/${name}`;

const RowHead = ({ sort, onSort }: Pick<RowsProps, 'sort' | 'onSort'>) => (
  <div class="row head" role="row" aria-rowindex={1}>
    {columns.map(([name, key]) => (
      <div
        key={name}
        role="columnheader"
        aria-sort={key === sort.key ? (sort.down ? 'descending' : 'ascending') : undefined}
      >
        {key === undefined ? (
          name
        ) : (
          <button class="plain" onClick={() => onSort(key)}>
            {name} {key === sort.key && <span aria-hidden="true">{sort.down ? '↓' : '↑'}</span>}
          </button>
        )}
      </div>
    ))}
  </div>
);

/** Drawn over what another row was drawn in before; not its links, so that who stands on one does not stand on another's. */
const ServiceRow = ({ row, index }: { readonly row: Row; readonly index: number }) => {
  const { live } = useApp();
  const now = live.now.value ?? row.newestBackupAt ?? row.createdAt;
  const { project, service_name: name, plan, state, forked_from: source, replica_of: leader } = row.service;
  const region = row.service.backup_region.cloud;
  return (
    <div class="row" role="row" aria-rowindex={index + 2}>
      <div role="cell" class="name">
        <PlaceLink key={writeKey(row)} place={{ page: 'service', project, service: name, tab: 'time-line' }}>
          {name}
        </PlaceLink>
        <span class="faint">{project}</span>
      </div>
      <div role="cell">{row.service.service_type}</div>
      <div role="cell">{plan}</div>
      <div role="cell" class="cloud">
        {row.service.cloud_name}
        {region !== null && <span class="faint">{copyWords(region)}</span>}
      </div>
      <div role="cell">
        <StateBadge state={state} percent={row.service.progress_percent} phase={row.service.progress_phase} />
      </div>
      <div role="cell" class="source">
        {source !== null && (
          <>
            <PlaceLink
              key={writeKey(row)}
              place={{
                page: 'service',
                project: source.source_project,
                service: source.source_service,
                tab: 'time-line',
              }}
            >
              {source.source_service}
            </PlaceLink>{' '}
            <span class="faint">{writeShort(parseInstant(source.recovery_point) ?? 0)}</span>
          </>
        )}
        {leader !== null && <span class="faint">{replicaWords(leader)}</span>}
      </div>
      <div role="cell">{writeAge(row.createdAt, now).replace(' ago', '')}</div>
      <div role="cell">
        <Sparkline row={row} now={now} />
      </div>
    </div>
  );
};
