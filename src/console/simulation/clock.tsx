import { useState } from 'preact/hooks';
import type { ClockBody } from '../../api';
import { parseDurationMs, parseInstant } from '../../domain';
import { useApp } from '../app';
import { useAct } from '../dialogs/act';
import { Field } from '../dialogs/dialog';
import { useLoaded } from '../loaded';
import { writeInstant } from '../../time';
import { Control } from './control';

/** The clock of the registry: it stands still, runs, or runs faster, and goes forward alone. */
export const ClockControls = () => {
  const { client, live } = useApp();
  const act = useAct();
  const clock = useLoaded('clock', () => client.clock());
  const told = clock.kind === 'ready' ? clock.value : undefined;
  const set = (change: () => Promise<ClockBody>): void =>
    act.run(async () => {
      const { now, mode } = await change();
      live.now.value = parseInstant(now);
      live.clock.value = mode;
    });
  return (
    <Control title="Clock" act={act}>
      <p>{told === undefined ? '…' : `${writeInstant(parseInstant(told.now) ?? 0)}, ${sayMode(told)}`}</p>
      <div class="buttons">
        <button
          type="button"
          disabled={told?.mode === 'frozen'}
          onClick={() => set(() => client.setClock({ mode: 'frozen' }))}
        >
          Freeze
        </button>
        <button
          type="button"
          disabled={told?.mode === 'real'}
          onClick={() => set(() => client.setClock({ mode: 'real' }))}
        >
          Run in real time
        </button>
      </div>
      <Typed
        name="speed"
        label="Times as fast"
        first="60"
        read={(text) => (Number(text) > 0 ? Number(text) : undefined)}
        fault={() => 'A number above 0, such as 60.'}
        button="Set speed"
        onSend={(factor) => set(() => client.setClock({ mode: 'factor', factor }))}
      />
      <Typed
        name="advance"
        label="Forward by"
        first="1d"
        read={parseDurationMs}
        fault={(text) => `"${text}" is no duration such as 3d, 12h, 90m or 30s.`}
        hint="It never goes back."
        button="Advance"
        onSend={(byMs) => set(() => client.advanceClock(byMs))}
      />
    </Control>
  );
};

/** One number that is typed and sent. What cannot be read is said under it. */
const Typed = ({
  name,
  label,
  first,
  read,
  fault,
  hint,
  button,
  onSend,
}: {
  readonly name: string;
  readonly label: string;
  readonly first: string;
  readonly read: (text: string) => number | undefined;
  readonly fault: (text: string) => string;
  readonly hint?: string;
  readonly button: string;
  readonly onSend: (value: number) => void;
}) => {
  const [text, setText] = useState(first);
  const value = read(text);
  return (
    <form
      class="control-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== undefined) onSend(value);
      }}
    >
      <Field name={name} label={label} fault={value === undefined ? fault(text) : undefined} hint={hint}>
        <input id={name} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </Field>
      <button disabled={value === undefined}>{button}</button>
    </form>
  );
};

const sayMode = ({ mode, factor }: ClockBody): string => {
  switch (mode) {
    case 'frozen':
      return 'standing still';
    case 'real':
      return 'running';
    case 'factor':
      return `running ${factor ?? 1} times as fast`;
  }
};
