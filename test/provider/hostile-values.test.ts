import { RegistryUnreachableError } from '../../src/api';
import { forkcastProvider } from '../../src/provider/forkcast-provider';
import type { Value } from '../../src/provider/protocol';
import { encodeValue } from '../../src/provider/protocol/cty/msgpack';
import { bool, listOf, mapOf, number, objectOf, string, type CtyType } from '../../src/provider/protocol/cty/type';
import { bytesField, message, readMessage, textField } from '../../src/provider/protocol/wire/protobuf';
import { inProcess } from './protocol/caller';
import { impliedType, readSchema } from './protocol/wire-schema';

/** A value of another type than its place has, with the type that its bytes are written by. */
interface Misfit {
  readonly path: string;
  readonly type: CtyType;
  readonly value: Value;
}

const strangers: readonly Omit<Misfit, 'path'>[] = [
  { type: bool, value: true },
  { type: number, value: 7 },
  { type: string, value: 'x' },
  { type: listOf(string), value: ['x'] },
  { type: mapOf(string), value: { x: 'y' } },
];
/** Those that are written alike. */
const alike: Readonly<Record<string, string>> = { set: 'list', tuple: 'list' };

/** Every place of a type, and one value that does not belong there: another kind at each. */
function* misfitsOf(type: CtyType, round = { turn: 0 }): Generator<Misfit> {
  if (type.kind === 'dynamic') return;
  const others = strangers.filter((one) => one.type.kind !== (alike[type.kind] ?? type.kind));
  const [stranger] = others.slice((round.turn += 1) % others.length);
  if (stranger !== undefined) yield { path: '', ...stranger };
  if (type.kind === 'object') {
    const nothing = Object.fromEntries(Object.keys(type.attributes).map((name) => [name, null]));
    for (const [name, of] of Object.entries(type.attributes))
      for (const { path, type: other, value } of misfitsOf(of, round))
        yield {
          path: `${name}.${path}`,
          type: objectOf({ ...type.attributes, [name]: other }),
          value: { ...nothing, [name]: value },
        };
  } else if (type.kind === 'list' || type.kind === 'set' || type.kind === 'map')
    for (const { path, type: other, value } of misfitsOf(type.element, round))
      yield type.kind === 'map'
        ? { path: `k.${path}`, type: mapOf(other), value: { k: value } }
        : { path: `0.${path}`, type: listOf(other), value: [value] };
}

/** Calls that carry values: the field of their diagnostics, and those of the values. */
const calls = [
  ['ValidateResourceConfig', 1, [2]],
  ['PlanResourceChange', 4, [2, 3, 4]],
  ['ApplyResourceChange', 3, [2, 3, 5]],
  ['ReadResource', 2, [2]],
] as const;

const method = (name: string): string => `/tfplugin6.Provider/${name}`;
const dead = {
  environment: () => undefined,
  connect: () => {
    throw new RegistryUnreachableError('memory:', 'nobody is asked');
  },
  drawId: () => 'an-owner',
};

test('a value of a wrong type, at any place of any resource and in any call, is told in a sentence', async () => {
  const caller = inProcess(forkcastProvider(dead));
  const schemas = readMessage(await caller.call(method('GetProviderSchema'), message()));
  const resources = schemas.messages(2).map((entry) => ({
    name: entry.text(1),
    type: impliedType(readSchema(entry.message(2) ?? readMessage(new Uint8Array(0))).block),
  }));
  expect(resources.length).toBeGreaterThan(3);
  let places = 0;
  for (const { name, type } of resources) {
    for (const misfit of misfitsOf(type)) {
      const [call, answersIn, fields] = calls[(places += 1) % calls.length] ?? calls[0];
      const bytes = message(bytesField(1, encodeValue(misfit.type, misfit.value)));
      const asked = message(textField(1, name), ...fields.map((field) => bytesField(field, bytes)));
      const told = readMessage(await caller.call(method(call), asked)).messages(answersIn);
      const where = `${call} of ${name} at ${misfit.path}`;
      const errors = told.map((one) => ({ where, isError: one.int(1) === 1, detail: one.text(3) }));
      const sentence = /^.{10,200}\(FC_PROTOCOL_(VALUE|WIRE)\) Please report it to the authors of the provider\.$/s;
      expect(errors).toEqual([{ where, isError: true, detail: expect.stringMatching(sentence) }]);
    }
  }
  expect(places).toBeGreaterThan(100);
});
