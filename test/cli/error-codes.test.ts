import { errorCodes } from '../../src/cli/explain/error-codes';
import { readSourceTree } from '../source-tree';

/** Codes with the exit code that stands beside them, where one does. */
const thrownCodes = [...readSourceTree('src')].flatMap(([path, text]) =>
  [...text.matchAll(/readonly code = '(FC_[A-Z_]+)';(?:\s+readonly exitCode = (\d+);)?/g)].map(
    ([, code = '', exitCode]) => ({
      path,
      code,
      exitCode: exitCode === undefined ? undefined : Number(exitCode),
    }),
  ),
);

describe('the catalogue of error codes', () => {
  test('has every code that the sources throw, with its exit code, and no other', () => {
    const listed = Object.keys(errorCodes);
    expect(listed).toEqual([...new Set(thrownCodes.map(({ code }) => code))].sort());
    for (const { code, exitCode } of thrownCodes) {
      if (exitCode !== undefined) expect([code, errorCodes[code]?.exitCode]).toEqual([code, exitCode]);
    }
  });

  test('no code is thrown by two classes', () => {
    const codes = thrownCodes.map(({ code }) => code);
    expect(codes).toHaveLength(new Set(codes).size);
  });

  test.each(Object.entries(errorCodes))('%s says what it means and what to do', (_code, { meaning, remedy }) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/s);
    expect(remedy).toMatch(/^[A-Z].*\.$/s);
  });
});
