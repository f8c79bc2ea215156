import { isJsonList, isJsonObject, known, unknown, type Fact, type JsonObject, type JsonValue } from '../../../domain';
import { isLater, laterValue, pickPart, writeTemplate, type MarkedValue } from '../marked-value';
import { secretValue } from '../../read-template';
import type { FieldContext } from './family';

/**
 * An attribute as a template; null where it is not written. What is later and not written is computed by the provider, so it is not
 * asked for either. Never throws.
 */
export const readAttribute = (values: MarkedValue, field: string, { isWritten }: FieldContext): JsonValue => {
  const template = writeTemplate(pickPart(values, field));
  if (template === '') return null;
  return template === laterValue && !isWritten(field) ? null : template;
};

/** An attribute as a fact; known undefined: it is not written, or no text. Never throws. */
export const readText = (values: MarkedValue, field: string): Fact<string | undefined> => {
  const template = writeTemplate(pickPart(values, field));
  if (isLater(template)) return unknown(template === secretValue ? 'sensitive' : 'known-after-apply');
  return known(typeof template === 'string' && template !== '' ? template : undefined);
};

/** An attribute, as far as it is known. Never throws. */
export const readKnownText = (values: MarkedValue, field: string): string | undefined => {
  const fact = readText(values, field);
  return fact.known ? fact.value : undefined;
};

/** A disk size such as `90GiB` in MB, `0` and nothing as null. Undefined: it is no size. Never throws. */
export const readDiskMb = (template: JsonValue): JsonValue | undefined => {
  if (template === null || isLater(template)) return template;
  if (typeof template === 'number') return template;
  const [, size = '', unit = ''] =
    (typeof template === 'string' && /^(\d+)\s*(TiB|TB|T|GiB|GB|G|MiB|MB|M|B)?$/.exec(template)) || [];
  if (size === '') return undefined;
  const perUnit = unit.startsWith('T') ? 1_048_576 : unit.startsWith('G') ? 1_024 : unit.startsWith('M') ? 1 : 0;
  return Number(size) === 0 || perUnit === 0 ? null : Number(size) * perUnit;
};

const durationMs: ReadonlyMap<string, number> = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
]);

/** A timeout of Terraform, such as `1h30m`, as one number of milliseconds; what is no timeout stays as it is. Never throws. */
export const readTimeout = (values: MarkedValue, name: 'create' | 'default' = 'create'): JsonValue => {
  const template = writeTemplate(pickPart(pickPart(values, 'timeouts'), name));
  if (typeof template !== 'string' || !/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(template)) return template;
  const parts = [...template.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  const total = parts.reduce((sum, [, count = '0', unit = '']) => sum + Number(count) * (durationMs.get(unit) ?? 0), 0);
  return `${Math.round(total)}ms`;
};

/** Fields without those that are null: they were not written. Never throws. */
export const written = (fields: Readonly<Record<string, JsonValue>>): Readonly<Record<string, JsonValue>> => {
  const kept: Record<string, JsonValue> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && value !== null) kept[name] = value;
  }
  return kept;
};

/** Blocks of one name: a single one may stand alone. What is no block stays as it is. Never throws. */
export const blockList = (template: JsonValue): JsonValue => (isJsonObject(template) ? [template] : template);

/** Integrations of which nothing is known, not even how many: they stand in a block that is decided at apply. */
export const openIntegrations: readonly JsonObject[] = [{ integration_type: laterValue, source_service: laterValue }];

/** Blocks of integrations that are made together with a service; not known and not written: they are computed. Never throws. */
export const readIntegrations = (template: JsonValue, { isWritten }: FieldContext): JsonValue => {
  if (isLater(template) && isWritten('service_integrations')) return openIntegrations;
  if (isLater(template)) return null;
  const blocks = blockList(template);
  return isJsonList(blocks)
    ? blocks.flatMap((item): readonly JsonValue[] => {
        if (!isJsonObject(item)) return [item];
        const { integration_type: type, source_service_name: source } = item;
        return type === null || type === undefined ? [] : [{ integration_type: type, source_service: source ?? null }];
      })
    : blocks;
};
