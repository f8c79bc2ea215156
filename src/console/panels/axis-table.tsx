import { useState } from 'preact/hooks';
import { sizeWords } from '../../domain';
import { type Story, writeInstant, writeLength } from '../../time';
import { DataTable } from '../data-table';

/** Everything that the axis shows, as a table: for who does not see it, and for what had no room. */
export const AxisTable = ({ story }: { readonly story: Story }) => {
  const [open, setOpen] = useState(false);
  return (
    <details class="axis-table" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="hint">The same as a table</summary>
      {open && (
        <DataTable label="The time line as a table" columns={['Time', 'What', 'Where']}>
          {listRows(story).map(({ at, what, where }, index) => (
            <tr key={index}>
              <td>{writeInstant(at)}</td>
              <td>{what}</td>
              <td>{where}</td>
            </tr>
          ))}
        </DataTable>
      )}
    </details>
  );
};

const listRows = ({ lanes, forks, events, lag }: Story) =>
  [
    ...lanes.flatMap(({ location, role, window, backups, gaps }) => [
      ...(window === null
        ? []
        : [
            { at: window.from, what: 'earliest instant that can be restored', where: `${location} (${role})` },
            { at: window.to, what: 'latest instant that can be restored', where: `${location} (${role})` },
          ]),
      ...backups.map(({ name, at, sizeBytes }) => ({
        at,
        what: `backup ${name}${sizeBytes === null ? '' : `, ${sizeWords(sizeBytes)}`}`,
        where: location,
      })),
      ...gaps.map(({ from, to, reason }) => ({
        at: from,
        what: `${reason} for ${writeLength(to - from)}`,
        where: location,
      })),
    ]),
    ...forks.flatMap(({ project, name, at, endedAt, cloud }) => [
      { at, what: `state that ${project}/${name} was made with`, where: cloud },
      ...(endedAt === null ? [] : [{ at: endedAt, what: `${project}/${name} ended`, where: cloud }]),
    ]),
    ...events.map(({ at, words }) => ({ at, what: words, where: '' })),
    ...peaksOf(lag),
  ].sort((a, b) => a.at - b.at);

/** The points of the lag that are higher than both their neighbours, the ten highest. */
const peaksOf = (lag: Story['lag']) =>
  lag
    .filter(
      ({ seconds }, index) =>
        seconds > (lag[index - 1]?.seconds ?? seconds) && seconds >= (lag[index + 1]?.seconds ?? 0),
    )
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 10)
    .map(({ at, seconds }) => ({ at, what: `replication lag of ${writeLength(seconds * 1000)}`, where: '' }));
