import {
  isJsonList,
  isJsonObject,
  known,
  shown,
  unknown,
  withoutCredentialsIn,
  type Fact,
  type JsonObject,
  type JsonValue,
} from '../domain';
import { IntakeError } from './errors';
import { readTemplate } from './read-template';

type Guard<T> = (value: JsonValue) => value is T & JsonValue;

/** Reads the fields of one carrier as facts, and remembers which of them are another one on every run. */
export class FieldReader {
  /** API names of settings whose expression calls a clock of Terraform. */
  readonly volatile: string[] = [];

  constructor(
    private readonly file: string,
    private readonly place: string,
    private readonly fields: JsonObject,
  ) {}

  /** @throws IntakeError when the field is missing, or is known and no text */
  text(field: string): Fact<string> {
    const fact = this.optionalText(field);
    if (!fact.known) return fact;
    if (fact.value === undefined) throw this.error(field, 'a text is expected, got nothing');
    return known(fact.value);
  }

  optionalText(field: string): Fact<string | undefined> {
    return this.optional(field, 'a text', isText);
  }

  optionalNumber(field: string): Fact<number | undefined> {
    return this.optional(field, 'a number', isNumber);
  }

  optionalTruth(field: string): Fact<boolean | undefined> {
    return this.optional(field, 'true or false', isTruth);
  }

  truth(field: string): Fact<boolean> {
    const fact = this.optionalTruth(field);
    return fact.known ? known(fact.value ?? false) : fact;
  }

  optionalTexts(field: string): Fact<Readonly<Record<string, string>> | undefined> {
    return this.optional(field, 'an object of texts', isObjectOfTexts);
  }

  optionalTextList(field: string): Fact<readonly string[] | undefined> {
    return this.optional(field, 'a list of texts', isListOfTexts);
  }

  textList(field: string): Fact<readonly string[]> {
    const fact = this.optionalTextList(field);
    return fact.known ? known(fact.value ?? []) : fact;
  }

  /** The plain text of a field that the constructs write themselves. @throws IntakeError when it is none */
  plainText(field: string): string | undefined {
    const fact = this.optionalText(field);
    if (!fact.known) throw this.error(field, 'a plain text is expected, got an expression');
    return fact.value;
  }

  /** The members of an object, each a fact of its own; unknown: the whole object is. */
  members(field: string): Fact<Readonly<Record<string, Fact<JsonValue>>>> {
    const value = this.fields[field] ?? {};
    const whole = typeof value === 'string' ? readTemplate(value).fact : known(value);
    if (!whole.known) return whole;
    if (!isJsonObject(value))
      throw this.error(field, `an object is expected, got ${isJsonList(value) ? 'a list' : `a ${typeof value}`}`);
    return known(
      Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, this.fact(`${field}.${key}`, member)] as const),
      ),
    );
  }

  /** The items of a list of objects. @throws IntakeError when they are none */
  objects(field: string): readonly JsonObject[] {
    const value = this.fields[field] ?? [];
    if (!isJsonList(value) || !value.every(isJsonObject))
      throw this.error(field, `a list of objects is expected, got ${shown(value)}`);
    return value;
  }

  /** A value as a fact, without who logs in by an address in it; `attribute` is its API name. */
  fact(attribute: string, value: JsonValue): Fact<JsonValue> {
    const { fact, isVolatile } = readTemplate(value);
    if (isVolatile) this.volatile.push(attribute);
    return fact.known ? known(withoutCredentialsIn(fact.value)) : fact;
  }

  error(field: string, why: string): IntakeError {
    return new IntakeError(this.file, `${this.place}.${field}`, why);
  }

  private optional<T>(field: string, what: string, is: Guard<T>): Fact<T | undefined> {
    const value = this.fields[field];
    if (value === undefined || value === null) return known(undefined);
    const fact = this.fact(field, value);
    if (!fact.known) return unknown(fact.reason);
    if (!is(fact.value)) throw this.error(field, `${what} is expected, got ${shown(fact.value)}`);
    return known(fact.value);
  }
}

const isText = (value: JsonValue): value is string => typeof value === 'string';
const isNumber = (value: JsonValue): value is number => typeof value === 'number';
const isTruth = (value: JsonValue): value is boolean => typeof value === 'boolean';
const isListOfTexts = (value: JsonValue): value is readonly string[] => isJsonList(value) && value.every(isText);
const isObjectOfTexts = (value: JsonValue): value is Readonly<Record<string, string>> =>
  isJsonObject(value) && Object.values(value).every(isText);
