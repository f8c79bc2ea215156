import { isJsonField } from '../domain';
import { Fn, Op, TerraformStack, Token } from './cdktf';
import type { Construct, TerraformResource, TerraformResourceConfig } from './cdktf';
import { CarrierMissingError } from './errors';
import { escapeText, holdsExpression, isExpression, textParts } from './expression';

type NullModule = typeof import('@cdktf/provider-null');

/** Puts fields into a `null_resource`; its provider is added to the stack when it is not there yet. @throws CarrierMissingError */
export const nullResource = (
  scope: Construct,
  id: string,
  config: Pick<TerraformResourceConfig, 'dependsOn' | 'provisioners'> & {
    readonly fields: Readonly<Record<string, unknown>>;
  },
): TerraformResource => {
  const { provider, resource } = loadNullProvider();
  const stack = TerraformStack.of(scope);
  if (!stack.node.tryFindChild(providerId)) new provider.NullProvider(stack, providerId);
  const { fields, ...meta } = config;
  return new resource.Resource(scope, id, { ...meta, triggers: toTriggers(fields) });
};

const providerId = 'forkcast-null';

const loadNullProvider = (): NullModule => {
  try {
    // An optional peer: loaded only when this carrier is chosen, and through the module loader that loaded cdktf.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const loaded: unknown = require('@cdktf/provider-null');
    if (isNullModule(loaded)) return loaded;
  } catch (cause) {
    throw new CarrierMissingError({ cause });
  }
  throw new CarrierMissingError();
};

const isNullModule = (loaded: unknown): loaded is NullModule =>
  typeof loaded === 'object' && loaded !== null && 'provider' in loaded && 'resource' in loaded;

/** Triggers hold texts only: what is not a text becomes JSON, whose expressions Terraform encodes at apply. */
const toTriggers = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      isJsonField(field) || typeof value !== 'string' ? jsonTemplate(value) : escapeText(value),
    ]),
  );

/** JSON text in which every expression stands as `jsonencode(...)`; everything else arrives byte for byte. */
const jsonTemplate = (value: unknown): string => {
  if (!holdsExpression(value)) return escapeText(JSON.stringify(value));
  if (typeof value === 'string' && textParts(value).length > 1) return mixedText(value);
  if (isExpression(value)) return Token.asString(Fn.jsonencode(value));
  if (Array.isArray(value)) return `[${value.map(jsonTemplate).join(',')}]`;
  const entries = Object.entries(value ?? {}).filter(([, inner]) => inner !== undefined);
  return `{${entries.map(([key, inner]) => `${escapeText(JSON.stringify(key))}:${jsonTemplate(inner)}`).join(',')}}`;
};

const mixedText = (text: string): string =>
  `"${textParts(text)
    .map((part) => (part.expression ? encodedInside(part.text) : escapeText(JSON.stringify(part.text).slice(1, -1))))
    .join('')}"`;

/** The JSON of an expression's text without its quotation marks. */
const encodedInside = (expression: string): string => {
  const encoded = Fn.jsonencode(Fn.tostring(expression));
  return Token.asString(Fn.substr(encoded, 1, Token.asNumber(Op.sub(Fn.lengthOf(encoded), 2))));
};
