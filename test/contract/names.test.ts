import fc from 'fast-check';
import { findOperation, NameUnsendableError, operations } from '../../src/api';
import { filledPath } from '../../src/api/path';
import { aRawServer, everyCase, hostile, partsOf } from './hostile-names';
import { runs } from '../whole';

describe('a name in the path of a request', () => {
  const arrived = aRawServer();

  test('that would be another path is refused before it is sent, at every part of every operation', async () => {
    for (const one of everyCase().filter(({ odd }) => ['', '.', '..', '\ud800'].includes(odd))) {
      expect(await arrived(one)).toBe('refused');
    }
  });

  test('arrives as it is: some of them, all in the matrix', async () => {
    const sendable = everyCase().filter(({ odd }) => !['', '.', '..', '\ud800'].includes(odd));
    for (const one of sendable.filter((_one, index) => index % 47 === 0)) {
      expect(await arrived(one)).toEqual([one.operation.method, one.operation.id, one.names]);
    }
  });

  test('arrives as it is whatever it is made of', () => {
    const operation = fc.constantFrom(...operations.filter(({ path }) => partsOf(path).length > 0));
    const name = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('.', '/', '%', '2', 'e', '\\') }),
    );
    fc.assert(
      fc.property(operation, fc.array(name, { minLength: 5, maxLength: 5 }), (asked, drawn) => {
        const names = Object.fromEntries(partsOf(asked.path).map((part, at) => [part, drawn[at] ?? '']));
        const path = ((): string | undefined => {
          try {
            return filledPath(asked.path, names);
          } catch (error) {
            expect(error).toBeInstanceOf(NameUnsendableError);
            return undefined;
          }
        })();
        if (path === undefined) return;
        const { pathname, search, hash } = new URL(`http://host${path}`);
        expect([pathname, search, hash]).toEqual([path, '', '']);
        expect(findOperation({ method: asked.method, path: pathname })).toMatchObject({
          kind: 'operation',
          operation: { id: asked.id },
          parameters: names,
        });
      }),
      { numRuns: runs(200) },
    );
  });
});
