import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted, parseServiceFilter } from '../../domain';
import { setQuery, useApp } from '../app';
import { laterMs } from '../later';
import { createRowFilter } from '../list/filter';
import { parseSort, sortRows, type SortKey } from '../list/sort';
import type { Row } from '../list/row';
import { readRows, readRowsPlainly } from '../read-rows';
import { isUnserved } from '../registry';
import { explainTrouble, type Trouble } from '../trouble';
import { TroubleBox, Waiting } from '../trouble-box';
import { ServiceRows } from './service-rows';

interface Listed {
  readonly rows: readonly Row[];
  readonly whole: boolean;
}

/** Every service that the token reaches; pages come one after the other, and what is there stays until it is there anew. */
const useRows = (): { readonly listed: Listed | undefined; readonly trouble: Trouble | undefined } => {
  const { client, live, outside } = useApp();
  const tick = live.tick.value;
  const [listed, setListed] = useState<Listed>();
  const [trouble, setTrouble] = useState<Trouble>();
  // Asked before the first picture: an effect would wait for it.
  useLayoutEffect(() => {
    let isNewest = true;
    const isFirst = listed === undefined;
    const tell = (rows: readonly Row[], whole: boolean): void => {
      if (!isNewest) return;
      if (isFirst || whole) setListed({ rows, whole });
      setTrouble(undefined);
    };
    readRows(client, tell, () => new Promise((resolve) => outside.after(laterMs, resolve)))
      .catch(async (error: unknown) => {
        if (!isUnserved(error)) throw error;
        tell(await readRowsPlainly(client), true);
      })
      .catch((error: unknown) => isNewest && setTrouble(explainTrouble(error)));
    return () => {
      isNewest = false;
    };
  }, [tick]);
  useEffect(() => {
    live.underWay.value = listed?.rows.some(({ service }) => service.progress_percent !== null) ?? false;
  }, [listed]);
  return { listed, trouble };
};

/** The list of services: filter, order, and as many rows as the window shows. */
export const ServicesPage = () => {
  const app = useApp();
  const { listed, trouble } = useRows();
  const query = app.route.value.query;
  const text = query['filter'] ?? '';
  const sort = parseSort(query['sort']);
  const filter = useMemo(() => parseServiceFilter(text), [text]);
  const sorted = useMemo(() => sortRows(listed?.rows ?? [], sort), [listed, sort.key, sort.down]);
  const [filterRows] = useState(createRowFilter);
  const shown = useMemo(() => filterRows(sorted, filter), [sorted, filter]);
  const changeSort = (key: SortKey): void =>
    setQuery(app, { sort: sort.key === key && !sort.down ? `-${key}` : key === 'name' ? undefined : key });
  return (
    <div class="list-page">
      <div class="list-head">
        <h1>Services</h1>
        <FilterField fault={filter.kind === 'fault' ? filter.text : undefined} />
        <p class="faint" role="status">
          {listed !== undefined && countWords(shown.length, listed)}
        </p>
      </div>
      {listed === undefined && trouble === undefined && <Waiting what="The services are asked for" />}
      {listed === undefined && trouble !== undefined && <TroubleBox trouble={trouble} />}
      {listed !== undefined && shown.length > 0 && <ServiceRows rows={shown} sort={sort} onSort={changeSort} />}
      {listed?.whole === true && shown.length === 0 && <Nothing isFiltered={listed.rows.length > 0} />}
    </div>
  );
};

const countWords = (shown: number, { rows, whole }: Listed): string => {
  const all = whole ? counted(rows.length, 'service') : `${rows.length} so far`;
  return shown === rows.length ? all : `${shown} of ${all}`;
};

const FilterField = ({ fault }: { readonly fault: string | undefined }) => {
  const app = useApp();
  const field = useRef<HTMLInputElement>(null);
  return (
    // A form of its own: at every key a browser that fills forms in looks through the whole one, with the hundreds of time zones.
    <form class={fault === undefined ? 'filter' : 'filter bad'} onSubmit={(event) => event.preventDefault()}>
      <input
        ref={field}
        type="search"
        aria-label="Filter services"
        aria-describedby="filter-help"
        placeholder="orders type:pg cloud:aws-* state:rebuilding forked:yes"
        value={app.route.value.query['filter'] ?? ''}
        onInput={(event) =>
          setQuery(app, { filter: event.currentTarget.value === '' ? undefined : event.currentTarget.value }, 'typed')
        }
      />
      <div
        id="filter-help"
        class={fault === undefined ? 'hint' : 'fault'}
        role={fault === undefined ? undefined : 'status'}
      >
        {fault ?? 'Words, and type: plan: cloud: region: state: forked: held: owner: project: with * for any text'}
      </div>
    </form>
  );
};

const Nothing = ({ isFiltered }: { readonly isFiltered: boolean }) => {
  const app = useApp();
  return (
    <section class="empty">
      <h2>{isFiltered ? 'No service is like that' : 'There is no service yet'}</h2>
      {isFiltered ? (
        <button onClick={() => setQuery(app, { filter: undefined })}>Show all services</button>
      ) : (
        <p>
          Declare one in a stack and deploy it, or make one at once:{' '}
          <code>forkcast service create NAME --service-type pg</code>
        </p>
      )}
    </section>
  );
};
