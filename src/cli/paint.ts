import { createColors } from 'picocolors';
import type { Terminal } from './terminal';

/** Colours a text; where colour is off, gives it back as it is. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Colour for people only: stdout is a terminal, and neither `NO_COLOR` (any value but '') nor `TERM=dumb` is set. */
export const paintFor = ({ env, isTerminal }: Pick<Terminal, 'env' | 'isTerminal'>): Paint => {
  const wanted = (env['FORCE_COLOR'] ?? '0') !== '0' || (isTerminal && env['TERM'] !== 'dumb');
  const colours = createColors(wanted && (env['NO_COLOR'] ?? '') === '');
  return {
    error: colours.red,
    warning: colours.yellow,
    note: colours.cyan,
    good: colours.green,
    strong: colours.bold,
    faint: colours.dim,
  };
};
