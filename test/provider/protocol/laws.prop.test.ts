import fc from 'fast-check';
import { type Block, type ObjectValue } from '../../../src/provider/protocol';
import { findSchemaFaults } from '../../../src/provider/protocol/schema/faults';
import { anyConfig, anySchema, anyValue } from './arbitraries';
import { aClientOf, type StoredObject } from './client';
import { aToy, hide } from './toy';
import { blockType } from '../../../src/provider/protocol';
import { runs } from '../../whole';

type Story = { readonly schema: Block; readonly configs: readonly ObjectValue[]; readonly hidden: readonly boolean[] };

/** A schema, the configurations that a user gives one after the other, and which values the plans do not know yet. */
const anyStory: fc.Arbitrary<Story> = anySchema().chain((schema) =>
  fc.record({
    schema: fc.constant(schema),
    configs: fc.array(anyConfig(schema, { unknowns: false }), { minLength: 1, maxLength: 4 }),
    hidden: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
  }),
);

const turns = (bits: readonly boolean[]): (() => boolean) => {
  let at = 0;
  return () => bits[at++ % bits.length] === true && at % 3 === 0;
};

test('any schema that the framework accepts can be declared', () => {
  fc.assert(fc.property(anySchema(), (schema) => expect(findSchemaFaults(schema, 'resource')).toEqual([])));
});

test('plan and apply keep the laws of core, whatever is configured, changed and not yet known', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async ({ schema, configs, hidden }) => {
      const core = await aClientOf(aToy(schema));
      const isHidden = turns(hidden);
      let state: StoredObject | null = null;
      for (const config of configs) {
        const plan = await core.plan('toy_thing', hide(schema, config, isHidden), state);
        expect(plan).toMatchObject({ faults: [], diagnostics: [] });
        const applied = await core.apply('toy_thing', config, state, plan);
        expect(applied).toMatchObject({ faults: [], diagnostics: [] });
        state = applied.state;
        expect(await core.plan('toy_thing', config, state)).toMatchObject({ action: 'no-op', faults: [] });
      }
      expect(await core.change('toy_thing', null, state)).toMatchObject({ action: 'delete', state: null, faults: [] });
    }),
    { numRuns: runs(50), interruptAfterTimeLimit: 3_000 },
  );
});

test('a resource that makes something else than planned does not make Terraform refuse the answer', async () => {
  const anyMischief = anySchema({ depth: 1, inSet: false }).chain((schema) =>
    fc.record({
      schema: fc.constant(schema),
      config: anyConfig(schema, { unknowns: false }),
      made: anyValue(blockType(schema), { nulls: true, unknowns: true }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(anyMischief, async ({ schema, config, made }) => {
      const state = fillKnown(schema, made);
      const core = await aClientOf(aToy(schema, { create: async () => Promise.resolve({ state }) }));
      const { faults, diagnostics } = await core.change('toy_thing', config, null);
      expect(faults).toEqual([]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
  );
});

const fillKnown = (schema: Block, made: unknown): ObjectValue =>
  typeof made === 'object' && made !== null && !Array.isArray(made) && Object.getPrototypeOf(made) === Object.prototype
    ? (made as ObjectValue)
    : Object.fromEntries(Object.keys(schema.attributes).map((name) => [name, null]));
