import { Field } from './dialog';

/** One of several names. What cannot be chosen stays in the list, greyed, with its reason. */
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
  readonly options: readonly (
    string | { readonly value: string; readonly words: string; readonly denied?: string | undefined }
  )[];
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
      {options.map((option) => {
        const {
          value: key,
          words,
          denied = undefined,
        } = typeof option === 'string' ? { value: option, words: option } : option;
        return (
          <option key={key} value={key} disabled={denied !== undefined}>
            {denied === undefined ? words : `${words} – ${denied}`}
          </option>
        );
      })}
    </select>
  </Field>
);
