import { createColors } from 'picocolors';
import type { Colours } from '../review';
import type { Terminal } from './terminal';

/** Colours a text; where colour is off, gives it back as it is. */
export interface Paint extends Colours {
  readonly strong: (text: string) => string;
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
