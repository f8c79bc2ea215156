import { ValueError } from '../error';
import { Opaque } from './opaque';

/**
 * A number without loss. A JavaScript number stands for the decimal that it prints (0.1 is one tenth), and is used
 * whenever that decimal is the value; every other value is a `Decimal`. So each value has exactly one form.
 */
export type CtyNumber = number | Decimal;

/** `digits * 10 ** exponent`, where `digits` does not end in 0. Made by `parseNumber` only. */
export class Decimal extends Opaque {
  constructor(
    readonly digits: bigint,
    readonly exponent: number,
  ) {
    super();
  }
  override toString(): string {
    return plainText(this);
  }
}

/** Larger exponents are refused: the plain text of such a number would fill the memory. */
const exponentMax = 10_000;

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

/** Reads decimal text, with or without an exponent. @throws ValueError when it is no number or out of range. */
export const parseNumber = (text: string): CtyNumber => canonical(parseDecimal(text));

/** A whole number as a value; exact, however large. */
export const wholeNumber = (whole: bigint): CtyNumber => {
  const near = Number(whole);
  return Number.isSafeInteger(near) ? near : canonical(normal(whole, 0));
};

/** The plain decimal text, without an exponent: `0.1`, `10000000000000000000000`. Infinities are `Inf` and `-Inf`. */
export const numberText = (value: CtyNumber): string => {
  if (value === Infinity || value === -Infinity) return value > 0 ? 'Inf' : '-Inf';
  return plainText(value instanceof Decimal ? value : parseDecimal(String(value)));
};

/** The whole number that the value is, or undefined when it has a fraction or is infinite. */
export const toWhole = (value: CtyNumber): bigint | undefined => {
  if (Number.isSafeInteger(value)) return BigInt(Number(value));
  if (value === Infinity || value === -Infinity) return undefined;
  const { digits, exponent } = value instanceof Decimal ? value : parseDecimal(String(value));
  return exponent < 0 ? undefined : digits * 10n ** BigInt(exponent);
};

/** The value of a binary float, exactly: 2 ** 63 is 9223372036854775808, not what JavaScript prints. NaN is refused. */
export const numberOfFloat = (float: number): CtyNumber => {
  if (Number.isNaN(float)) throw new ValueError('NaN is not a number of Terraform.');
  if (Number.isSafeInteger(float) || !Number.isFinite(float)) return float === 0 ? 0 : float;
  return canonical(exactDecimal(float));
};

/** The binary float that is exactly the value, or undefined when there is none (0.1 has none). */
export const toFloat = (value: CtyNumber): number | undefined => {
  if (Number.isSafeInteger(value) || value === Infinity || value === -Infinity) return Number(value);
  const decimal = value instanceof Decimal ? value : parseDecimal(String(value));
  const float = Number(`${decimal.digits}e${decimal.exponent}`);
  return Number.isFinite(float) && same(exactDecimal(float), decimal) ? float : undefined;
};

/** Whether two numbers are the same value. */
export const sameNumber = (one: CtyNumber, other: CtyNumber): boolean =>
  one instanceof Decimal && other instanceof Decimal ? same(one, other) : one === other;

const same = (one: Decimal, other: Decimal): boolean => one.digits === other.digits && one.exponent === other.exponent;

const canonical = (decimal: Decimal): CtyNumber => {
  const float = Number(`${decimal.digits}e${decimal.exponent}`);
  return Number.isFinite(float) && same(parseDecimal(String(float)), decimal) ? float : decimal;
};

const parseDecimal = (text: string): Decimal => {
  const [, sign, whole = '', fraction = '', exponent = '0'] = form.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') throw new ValueError(`${JSON.stringify(text)} is not a number.`);
  if (whole.length + fraction.length > exponentMax || Math.abs(Number(exponent)) > exponentMax) {
    throw new ValueError(`A number may have at most ${exponentMax} digits, and as large an exponent.`);
  }
  const digits = BigInt(whole + fraction);
  return normal(sign === '-' ? -digits : digits, Number(exponent) - fraction.length);
};

const normal = (digits: bigint, exponent: number): Decimal => {
  if (digits === 0n) return new Decimal(0n, 0);
  const text = digits.toString();
  const kept = text.replace(/0+$/, '');
  return new Decimal(BigInt(kept), exponent + text.length - kept.length);
};

const exactDecimal = (float: number): Decimal => {
  if (Number.isInteger(float)) return normal(BigInt(float), 0);
  let [mantissa, halvings] = [float, 0];
  while (!Number.isInteger(mantissa) && halvings < 1100) [mantissa, halvings] = [mantissa * 2, halvings + 1];
  return normal(BigInt(mantissa) * 5n ** BigInt(halvings), -halvings);
};

const plainText = ({ digits, exponent }: Decimal): string => {
  if (exponent >= 0) return `${digits}${digits === 0n ? '' : '0'.repeat(exponent)}`;
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(1 - exponent, '0');
  return `${sign}${text.slice(0, exponent)}.${text.slice(exponent)}`;
};
