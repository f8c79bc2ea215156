import { useEffect, useState } from 'preact/hooks';
import { changeDay, changeZone, findOccurrences, readTyped, type Picked } from '../time/picker';
import { writeField, writeInstant, writeInZone, readOffset, writeOffset } from '../../time';
import { useZone } from '../zone-choice';
import { Field } from './dialog';
import { Select } from './select';

interface TimeFieldProps {
  readonly at: number;
  /** The now of the registry: `2h ago` is seen from it. */
  readonly now: number;
  readonly onAt: (at: number) => void;
  readonly fault: string | undefined;
  readonly onReadable?: (isReadable: boolean) => void;
}

/** One instant, typed or picked in UTC or in the chosen zone. What cannot be read or restored is said under the field. */
export const TimeField = ({ at, now, onAt, fault, onReadable }: TimeFieldProps) => {
  const other = useZone();
  const [zone, setZone] = useState('UTC');
  const picked: Picked = { at, zone };
  const [text, setText] = useState(writeField(at, zone));
  const [unread, setUnread] = useState<string>();
  const show = (next: Picked): void => {
    setZone(next.zone);
    setText(writeField(next.at, next.zone));
    setUnread(undefined);
    onReadable?.(true);
    onAt(next.at);
  };
  useEffect(() => {
    const typed = readTyped(text, picked, now);
    if (typed.kind === 'read' && typed.picked.at !== at) setText(writeField(at, zone));
  }, [at]);
  const type = (value: string): void => {
    setText(value);
    const typed = readTyped(value, picked, now);
    setUnread(typed.kind === 'unread' ? typed.why : undefined);
    onReadable?.(typed.kind === 'read');
    if (typed.kind === 'read') onAt(typed.picked.at);
  };
  const chosen = `${writeInstant(at)}, ${writeInZone(at, other)} (${writeOffset(readOffset(other, at))})`;
  return (
    <div class="time-row">
      <Field name="time" label="Time" fault={unread ?? fault} hint={chosen}>
        <input
          id="time"
          value={text}
          spellcheck={false}
          aria-invalid={(unread ?? fault) !== undefined}
          aria-describedby="time-fault"
          onInput={(event) => type(event.currentTarget.value)}
        />
      </Field>
      <Select
        name="time-zone"
        label="Zone of the field"
        value={zone}
        options={[...new Set(['UTC', other])]}
        onChoose={(name) => show(changeZone(picked, name))}
      />
      <DayField picked={picked} onPicked={show} />
      <Occurrences picked={picked} onPicked={show} />
    </div>
  );
};

interface PickedProps {
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
}

/** Another day keeps the time of day. */
const DayField = ({ picked, onPicked }: PickedProps) => (
  <Field name="time-day" label="Day">
    <input
      id="time-day"
      type="date"
      value={writeField(picked.at, picked.zone).slice(0, 10)}
      onChange={(event) => {
        const [year = 0, month = 0, day = 0] = event.currentTarget.value.split('-').map(Number);
        if (year > 0) onPicked(changeDay(picked, { year, month, day }));
      }}
    />
  </Field>
);

/** In the hour that comes twice, which of the two is meant. */
const Occurrences = ({ picked, onPicked }: PickedProps) => {
  const found = findOccurrences(picked);
  if (found.length === 0) return null;
  return (
    <Select
      name="occurrence"
      label="This time comes twice that night"
      value={String(picked.at)}
      options={found.map(({ at, words }) => ({ value: String(at), words }))}
      onChoose={(at) => onPicked({ ...picked, at: Number(at) })}
    />
  );
};
