import { type Field, intField, message, messagesField, textField } from './wire/protobuf';

/** One step into a value: an attribute or block by name, a list element by index, a map element by key. */
type PathStep = string | { readonly index: number } | { readonly key: string };

/** Where in a resource something is; empty for the resource as a whole. */
export type Path = readonly PathStep[];

/** The path as a person reads it: `user_config[0].mode`, `tags["owner"]`. */
export const pathText = (path: Path): string =>
  path
    .map((step, index) => {
      if (typeof step === 'string') return index === 0 ? step : `.${step}`;
      return 'index' in step ? `[${step.index}]` : `[${JSON.stringify(step.key)}]`;
    })
    .join('');

/** The wire form. An index of 0 and an empty key are written: their presence is what says which kind the step is. */
export const encodePath = (path: Path): Uint8Array =>
  message(
    messagesField(
      1,
      path.map((step) => message(encodeStep(step))),
    ),
  );

const encodeStep = (step: PathStep): Field => {
  if (typeof step === 'string') return textField(1, step, { present: true });
  return 'index' in step ? intField(3, step.index, { present: true }) : textField(2, step.key, { present: true });
};
