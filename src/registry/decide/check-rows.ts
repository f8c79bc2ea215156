import type { ProjectCommand } from '../commands';
import { refuse, type Objection } from './decision';

/** Most rows that one command generates. */
const mostGeneratedRows = 100_000;

const [longestKey, longestValue] = [256, 65_536];

/** Objects to rows that are too many, or too long. Never throws. */
export const checkRows = (
  command: Extract<ProjectCommand, { readonly type: 'WriteRow' | 'GenerateRows' }>,
): Objection => {
  if (command.type === 'GenerateRows') {
    return Number.isInteger(command.count) && command.count >= 1 && command.count <= mostGeneratedRows
      ? undefined
      : refuse(
          'request_invalid',
          `The number of rows must be from 1 to ${mostGeneratedRows}, got ${command.count}. Generate more in several steps.`,
        );
  }
  if (command.key.length === 0 || command.key.length > longestKey) {
    return refuse('name_invalid', `A key has 1 to ${longestKey} characters, got ${command.key.length}.`);
  }
  return command.value.length <= longestValue
    ? undefined
    : refuse('request_invalid', `A value has at most ${longestValue} characters, got ${command.value.length}.`);
};
