/**
 * A second reading of `recovery_target_time`, from the reference's section on it: `YYYY-MM-DD[ T]HH:MM[:SS[.fraction]][zone]`, at most 32
 * characters, UTC without a zone. Character by character and with its own calendar, so that it shares no mistake with a pattern.
 */
export interface SecondInstant {
  readonly at: number;
  readonly zoned: boolean;
}

/** Longest text that the schema allows. */
const longest = 32;

/** A text that is read from its start; undefined: it is not what was expected there. */
class Scanner {
  private place = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.place === this.text.length;
  }

  /** Exactly so many digits, as a number. */
  digits(count: number): number | undefined {
    let value = 0;
    for (let index = 0; index < count; index += 1) {
      const digit = '0123456789'.indexOf(this.text.charAt(this.place + index) || '?');
      if (digit < 0) return undefined;
      value = value * 10 + digit;
    }
    this.place += count;
    return value;
  }

  /** One of these characters. */
  oneOf(characters: string): string | undefined {
    const found = this.text.charAt(this.place);
    if (found === '' || !characters.includes(found)) return undefined;
    this.place += 1;
    return found;
  }

  /** As many digits as follow. */
  run(): string {
    let digits = '';
    for (let digit = this.oneOf('0123456789'); digit !== undefined; digit = this.oneOf('0123456789')) digits += digit;
    return digits;
  }
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days since 1 January 1970, counted year by year and month by month. */
const dayNumber = (year: number, month: number, day: number): number => {
  let days = day - 1;
  for (let before = 1970; before < year; before += 1) days += isLeap(before) ? 366 : 365;
  for (let before = 1; before < month; before += 1) days += daysIn(year, before);
  return days;
};

/** Minutes east of UTC; undefined: no zone that there is. */
const zoneMinutes = (scanner: Scanner): number | null | undefined => {
  scanner.oneOf(' ');
  const sign = scanner.oneOf('Zz+-');
  if (sign === undefined) return null;
  if (sign === 'Z' || sign === 'z') return 0;
  const hours = scanner.digits(2);
  if (hours === undefined || hours > 14) return undefined;
  const hasColon = scanner.oneOf(':') !== undefined;
  const minutes = scanner.isAtEnd && !hasColon ? 0 : scanner.digits(2);
  if (minutes === undefined || minutes > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes);
};

/** Reads a recovery time; undefined: it is none. */
export const readRecoveryTime = (text: string): SecondInstant | undefined => {
  if (text.length > longest) return undefined;
  const scanner = new Scanner(text);
  const [year, dash1, month, dash2] = [scanner.digits(4), scanner.oneOf('-'), scanner.digits(2), scanner.oneOf('-')];
  const [day, between] = [scanner.digits(2), scanner.oneOf('T ')];
  const [hour, colon, minute] = [scanner.digits(2), scanner.oneOf(':'), scanner.digits(2)];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour === undefined || minute === undefined) return undefined;
  if ([dash1, dash2, between, colon].includes(undefined)) return undefined;
  const seconds = secondsOf(scanner);
  const zone = seconds === undefined ? undefined : zoneMinutes(scanner);
  if (seconds === undefined || zone === undefined || !scanner.isAtEnd || text.endsWith(' ')) return undefined;
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || seconds >= 60_000) return undefined;
  const minutes = (dayNumber(year, month, day) * 24 + hour) * 60 + minute - (zone ?? 0);
  return { at: minutes * 60_000 + seconds, zoned: zone !== null };
};

/** Milliseconds past the minute; fractions beyond them are cut off. */
const secondsOf = (scanner: Scanner): number | undefined => {
  if (scanner.oneOf(':') === undefined) return 0;
  const seconds = scanner.digits(2);
  if (seconds === undefined) return undefined;
  if (scanner.oneOf('.') === undefined) return seconds * 1_000;
  const fraction = scanner.run();
  if (fraction.length < 1 || fraction.length > 9) return undefined;
  return seconds * 1_000 + Number(`${fraction}000`.slice(0, 3));
};

/** The instant as RFC 3339 in UTC, milliseconds only where there are some; the calendar is walked, not asked of the machine. */
export const writeInstant = (at: number): string => {
  let days = Math.floor(at / 86_400_000);
  const rest = at - days * 86_400_000;
  let year = 1970;
  for (let length = isLeap(year) ? 366 : 365; days >= length; length = isLeap(year) ? 366 : 365) {
    days -= length;
    year += 1;
  }
  let month = 1;
  for (; days >= daysIn(year, month); month += 1) days -= daysIn(year, month);
  const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
  const [hour, minute, second] = [
    Math.floor(rest / 3_600_000),
    Math.floor(rest / 60_000) % 60,
    Math.floor(rest / 1_000) % 60,
  ];
  const milliseconds = rest % 1_000;
  const fraction = milliseconds === 0 ? '' : `.${`${1_000 + milliseconds}`.slice(1)}`;
  return `${year}-${two(month)}-${two(days + 1)}T${two(hour)}:${two(minute)}:${two(second)}${fraction}Z`;
};
