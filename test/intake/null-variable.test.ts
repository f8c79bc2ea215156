import type { JsonObject, JsonValue } from '../../src/domain';
import { ConfigGraph } from '../../src/intake/plan/config-graph';
import { isNullVariable } from '../../src/intake/plan/null-variable';

const refers = (...references: readonly string[]): JsonObject => ({ references: [...references] });

const root: JsonObject = {
  variables: { given: {}, usual: { default: null }, set: { default: 'x' } },
  module_calls: {
    a: {
      expressions: {
        constant: { constant_value: null },
        named: { constant_value: 'x' },
        through: refers('var.usual'),
        filled: refers('var.set'),
        made: refers('aiven_pg.main.plan', 'aiven_pg.main'),
        strict: { constant_value: null },
      },
      module: {
        variables: {
          constant: {},
          named: {},
          through: { default: null },
          left: { default: null },
          strict: { default: 'x' },
        },
        module_calls: { b: { expressions: { deep: refers('var.through') }, module: { variables: { deep: {} } } } },
      },
    },
  },
};

const variables: JsonObject = { given: { value: null }, box: { value: { disk: null, plan: 'x' } } };

test.each<[string, JsonValue, readonly string[], boolean]>([
  ['a variable given as null', refers('var.given'), [], true],
  ['a variable whose default is null', refers('var.usual'), [], true],
  ['a variable with a value', refers('var.set'), [], false],
  ['a variable that the plan does not show', refers('var.hidden'), [], false],
  ['an attribute that is null', refers('var.box.disk', 'var.box'), [], true],
  ['an attribute that is left out', refers('var.box.cloud', 'var.box'), [], true],
  ['an attribute with a value', refers('var.box.plan', 'var.box'), [], false],
  ['null for a module', refers('var.constant'), ['a'], true],
  ['a value for a module', refers('var.named'), ['a'], false],
  ['a null variable for a module', refers('var.through'), ['a'], true],
  ['a null variable for a module in a module', refers('var.deep'), ['a', 'b'], true],
  ['a variable of a module with a value', refers('var.filled'), ['a'], false],
  ['what another resource has', refers('var.made'), ['a'], false],
  ['an argument that is left out', refers('var.left'), ['a'], true],
  ['null where the default may stand in', refers('var.strict'), ['a'], false],
  ['two variables', refers('var.given', 'var.usual'), [], false],
  ['a resource', refers('aiven_pg.main.plan', 'aiven_pg.main'), [], false],
  ['a clock', {}, [], false],
])('%s', (_what, expression, modules, expected) => {
  expect(isNullVariable(expression, { graph: new ConfigGraph(root), variables, modules })).toBe(expected);
});
