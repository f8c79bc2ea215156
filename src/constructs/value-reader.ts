import { known, maskedSettings, unknown } from '../domain';
import type { Fact, JsonValue } from '../domain';
import type { IConstruct } from './cdktf';
import { holdsExpression, isExpression, readValue } from './expression';
import type { Settings } from './settings';

const laterThanApply: Fact<never> = unknown('known-after-apply');

/** Reads the values of one declared service as facts, and remembers which of them are another one on every run. */
export class ValueReader {
  /** API names of settings whose expression calls a clock of Terraform. */
  readonly volatile: string[] = [];

  constructor(private readonly scope: IConstruct) {}

  text(attribute: string, value: string): Fact<string> {
    if (!isExpression(value)) return known(value);
    const fact = this.read(attribute, value);
    return fact.known && typeof fact.value === 'string' ? known(fact.value) : laterThanApply;
  }

  optionalText(attribute: string, value: string | undefined): Fact<string | undefined> {
    return value === undefined ? known(undefined) : this.text(attribute, value);
  }

  optionalNumber(attribute: string, value: number | undefined): Fact<number | undefined> {
    if (value === undefined || !isExpression(value)) return known(value);
    const fact = this.read(attribute, value);
    return fact.known && typeof fact.value === 'number' ? known(fact.value) : laterThanApply;
  }

  optionalTruth(attribute: string, value: unknown): Fact<boolean | undefined> {
    if (value === undefined) return known(undefined);
    const fact = this.read(attribute, value);
    return fact.known && typeof fact.value === 'boolean' ? known(fact.value) : laterThanApply;
  }

  textList(attribute: string, values: readonly string[]): Fact<readonly string[]> {
    return holdsExpression(values) ? this.later(attribute, values) : known(values);
  }

  texts(
    attribute: string,
    values: Readonly<Record<string, string>> | undefined,
  ): Fact<Readonly<Record<string, string>> | undefined> {
    return holdsExpression(values) ? this.later(attribute, values) : known(values);
  }

  /** Every setting by its API key; one that comes from a secret is known after apply. */
  settings(serviceType: string, { values, secrets }: Settings): Readonly<Record<string, Fact<JsonValue>>> {
    const plain = Object.entries(values).map(([key, value]) => [key, this.read(`user_config.${key}`, value)] as const);
    const hidden = Object.keys(secrets)
      .filter((path) => !path.includes('.'))
      .map((key) => [key, laterThanApply] as const);
    return { ...maskedSettings(serviceType, Object.fromEntries(plain)), ...Object.fromEntries(hidden) };
  }

  private read(attribute: string, value: unknown): Fact<JsonValue> {
    const reading = readValue(this.scope, value);
    if (reading.volatile) this.volatile.push(attribute);
    return reading.fact;
  }

  private later(attribute: string, value: unknown): Fact<never> {
    this.read(attribute, value);
    return laterThanApply;
  }
}
