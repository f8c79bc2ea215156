import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FaultsBody } from '../../api';
import { given, parseDurationMs } from '../../domain';
import { useApp } from '../app';
import { useAct } from '../dialogs/act';
import { Field } from '../dialogs/dialog';
import { useLoaded } from '../loaded';
import { Control } from './control';

const shares = [
  ['error_rate', 'Answered with 503'],
  ['error_after_success_rate', 'Done, told as failed'],
  ['drop_rate', 'Done, no answer'],
] as const;

type Share = (typeof shares)[number][0];

/** What goes wrong on purpose with the answers of the registry, to the vendor's operations. */
export const FaultControls = () => {
  const { client } = useApp();
  const act = useAct();
  const loaded = useLoaded('faults', () => client.ask('FaultGet', bare));
  const told = loaded.kind === 'ready' ? loaded.value : undefined;
  return (
    <Control title="Faults" act={act}>
      <p class="faint">
        {told === undefined
          ? '…'
          : told.faults === null
            ? 'Every answer is as it should be.'
            : `${describe(told.faults)}; ${told.requests} requests so far.`}
      </p>
      <FaultForm
        busy={act.busy}
        onSet={(body) => act.run(async () => void (await client.ask('FaultSet', { ...bare, body })))}
      >
        <button
          type="button"
          disabled={told?.faults === null || act.busy}
          onClick={() => act.run(async () => void (await client.ask('FaultClear', bare)))}
        >
          End all faults
        </button>
      </FaultForm>
    </Control>
  );
};

const bare = { at: {}, body: null, query: null } as const;

const FaultForm = ({
  busy,
  onSet,
  children,
}: {
  readonly busy: boolean;
  readonly onSet: (faults: FaultsBody) => void;
  readonly children: ComponentChildren;
}) => {
  const [typed, setTyped] = useState<Readonly<Partial<Record<Share, string>>>>({});
  const [latency, setLatency] = useState('');
  const waits = readLatency(latency);
  const wanted = shares.map(([name]) => [name, readShare(typed[name] ?? '')] as const);
  const isReadable = waits !== 'unread' && wanted.every(([, share]) => share !== 'unread');
  const rates = wanted.flatMap(([name, share]) => (typeof share === 'number' ? [[name, share] as const] : []));
  return (
    <form
      class="control-row two"
      onSubmit={(event) => {
        event.preventDefault();
        if (waits !== 'unread' && isReadable) onSet({ ...Object.fromEntries(rates), ...given({ latency_ms: waits }) });
      }}
    >
      {shares.map(([name, label]) => (
        <Field
          key={name}
          name={name}
          label={`${label}, %`}
          fault={readShare(typed[name] ?? '') === 'unread' ? '0 to 100' : undefined}
        >
          <input
            id={name}
            inputMode="decimal"
            placeholder="0"
            value={typed[name] ?? ''}
            onInput={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
          />
        </Field>
      ))}
      <Field name="latency" label="Late by" fault={waits === 'unread' ? 'Such as 200ms, or 100ms..2s' : undefined}>
        <input
          id="latency"
          placeholder="100ms..2s"
          value={latency}
          onInput={(event) => setLatency(event.currentTarget.value)}
        />
      </Field>
      <div class="buttons">
        <button disabled={!isReadable || busy}>Set faults</button>
        {children}
      </div>
    </form>
  );
};

const describe = ({ latency_ms: late, error_rate, error_after_success_rate, drop_rate }: FaultsBody): string =>
  [
    ...sayShare(error_rate, 'refused'),
    ...sayShare(error_after_success_rate, 'told as failed'),
    ...sayShare(drop_rate, 'not answered'),
    ...(late === undefined ? [] : [`late by ${late.min} to ${late.max} ms`]),
  ].join(', ') || 'Faults of no share';

const sayShare = (share: number | undefined, what: string): readonly string[] =>
  share === undefined ? [] : [`${Math.round(share * 1000) / 10} % ${what}`];

/** A share in percent; undefined: none is asked for. */
const readShare = (text: string): number | 'unread' | undefined => {
  if (text.trim() === '') return undefined;
  const percent = Number(text);
  return percent >= 0 && percent <= 100 ? percent / 100 : 'unread';
};

const readLatency = (text: string): { readonly min: number; readonly max: number } | 'unread' | undefined => {
  if (text.trim() === '') return undefined;
  const [least = '', most = least] = text.split('..');
  const [min, max] = [parseDurationMs(least), parseDurationMs(most)];
  return min !== undefined && max !== undefined && min <= max ? { min, max } : 'unread';
};
