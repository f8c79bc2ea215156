import { Field } from './dialog';

/** A name that has to be typed before something ends. */
export const TypedName = ({
  label,
  hint,
  typed,
  onTyped,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}) => (
  <Field name="typed" label={label} {...(hint === undefined ? {} : { hint })}>
    <input
      id="typed"
      value={typed}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => onTyped(event.currentTarget.value)}
    />
  </Field>
);
