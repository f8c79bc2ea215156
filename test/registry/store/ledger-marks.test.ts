import fc from 'fast-check';
import { openDatabase } from '../../../src/registry/store/driver';
import { ledgerMarks } from '../../../src/registry/store/ledger-marks';
import { createTables } from '../../../src/registry/store/schema';
import { prepareStatements } from '../../../src/registry/store/statements';
import { runs } from '../../whole';

/** An event of a project: it writes a row of one of its services, or is something else. */
const event = fc.constantFrom('a', 'a', 'b', 'none');
const looks = fc.record({ after: fc.nat({ max: 90 }), until: fc.nat({ max: 90 }), count: fc.nat({ max: 40 }) });

test('places of rows are those that counting finds, whatever was written before and is written meanwhile', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(event, { maxLength: 30 }), looks), { maxLength: 4 }), (rounds) => {
      const database = openDatabase(':memory:');
      database.exec(createTables);
      const statements = prepareStatements(database);
      const marks = ledgerMarks(statements, 4);
      const rows: Record<'a' | 'b', number[]> = { a: [], b: [] };
      let version = 0;
      for (const [events, { after, until, count }] of rounds) {
        for (const kind of events) {
          version += 1;
          const written = kind === 'none' ? [null, null] : [kind, 'ledger'];
          const insert = "INSERT INTO events (stream, version, at, instance, kind, body) VALUES ('s', ?, 0, ?, ?, '')";
          statements.run(insert, version, ...written);
          if (kind === 'a' || kind === 'b') rows[kind].push(version);
        }
        for (const instance of ['a', 'b'] as const) {
          expect(marks.upTo(instance, until)).toBe(rows[instance].filter((row) => row <= until).length);
          const inSpan = rows[instance].filter((row) => row > after && row <= until);
          const first = marks.afterFirst({ instance, after, until }, count);
          expect(first).toBe(count === 0 ? after : inSpan[count - 1]);
        }
      }
      database.close();
    }),
    { numRuns: runs(60) },
  );
});
