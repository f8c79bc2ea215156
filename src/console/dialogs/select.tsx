import { Field } from './dialog';

interface Option {
  readonly value: string;
  readonly words: string;
  readonly denied?: string | undefined;
}

/** One of several names, the chosen one among them before all are known. What cannot be chosen stays, greyed, with its reason. */
export const Select = ({
  name,
  label,
  value,
  options,
  onChoose,
  fault,
  hint,
  disabled = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (string | Option)[];
  readonly onChoose: (value: string) => void;
  readonly fault?: string | undefined;
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
}) => (
  <Field name={name} label={label} fault={fault} hint={hint}>
    <select
      id={name}
      value={value}
      disabled={disabled}
      aria-describedby={`${name}-fault`}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {spell(options, value).map(({ value: key, words, denied }) => (
        <option key={key} value={key} disabled={denied !== undefined}>
          {denied === undefined ? words : `${words} – ${denied}`}
        </option>
      ))}
    </select>
  </Field>
);

const spell = (options: readonly (string | Option)[], chosen: string): readonly Option[] => {
  const all = options.map((option) => (typeof option === 'string' ? { value: option, words: option } : option));
  return all.some(({ value }) => value === chosen) ? all : [{ value: chosen, words: chosen }, ...all];
};
