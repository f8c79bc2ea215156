import { isDeepStrictEqual } from 'node:util';

/**
 * Expects, as `toEqual` does. For what is asked thousands of times: an expectation of jest costs more than most of what is tested, so
 * it is only asked where Node finds a difference.
 */
export const expectEqual = (got: unknown, wanted: unknown): void => {
  if (!isDeepStrictEqual(got, wanted)) expect(got).toEqual(wanted);
};
