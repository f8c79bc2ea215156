import { endOfTime, parseTimeSaid, recoveryTimeMaxLength, toRfc3339, type EpochMs, type Fact } from '../../domain';
import { forkPage, inferred, userConfigSchema } from '../cite';
import { hasKey, typeOf, writtenTime } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 4: the recovery time is a date-time of at most 32 characters. */
export const targetTimeInvalid = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Recovery time is not a date-time',
  why: 'The schema takes any text of 32 characters, so a time in words or in a local notation is found out only at apply.',
  attribute: 'user_config.recovery_target_time',
  sources: [
    userConfigSchema,
    forkPage,
    inferred(
      'the accepted forms are those of the documents: ISO 8601 with an offset, with Z, with a space, without a zone',
    ),
  ],
  predicts: ['recovery_time_invalid'],
  messages: {
    'not-a-date-time': {
      detail: '"{text}" is not a date-time.',
      remedy: 'Write an instant such as 2026-11-20T08:00:00Z or 2026-11-20T09:00:00+01:00.',
    },
    'as-said': {
      detail: '"{text}" would mean another instant each time that it is read; what is stored names one.',
      remedy: 'Write {instant}.',
    },
    'zone-by-name': {
      detail: '"{text}" gives its zone by a name; a zone is Z or an offset from UTC.',
      remedy: 'Write the offset that it has at that time, as in 2026-11-20T09:00:00+01:00, or the instant in UTC.',
    },
    'too-long': {
      detail: '"{text}" has {length} characters; at most {longest} are taken.',
      remedy: 'Cut the fraction of the second to 6 digits or less, or write Z for the offset.',
    },
    'not-text': {
      detail: '{text} is not a text.',
      remedy: 'Write the instant as a text such as "2026-11-20T08:00:00Z".',
    },
  },
  check: (subject) => {
    const type = orStop(typeOf(subject));
    if (!hasKey(type, 'recovery_target_time')) return notApplicable;
    const { written: text, time } = orStop(writtenTime(subject));
    if (time !== undefined) return pass;
    if (typeof text !== 'string') return violated('not-text', { text: JSON.stringify(text) });
    const instant = instantToWrite(text, subject.now);
    if (instant !== undefined) return violated('as-said', { text, instant });
    if (zoneByName.test(text)) return violated('zone-by-name', { text });
    const { length } = text;
    if (length <= recoveryTimeMaxLength) return violated('not-a-date-time', { text });
    return violated('too-long', { text, length, longest: recoveryTimeMaxLength });
  },
});

/** What a time as people say it means now, to be written in its place; an example where now is not known. */
const instantToWrite = (text: string, now: Fact<EpochMs>): string | undefined => {
  if (now.known) {
    const meant = parseTimeSaid(text, now.value)?.text;
    return meant && `the instant: it is ${toRfc3339(now.value)}, so ${meant}`;
  }
  return parseTimeSaid(text, endOfTime) && 'the instant that is meant, such as 2026-11-20T08:00:00Z';
};

/** A date and a time, then `Europe/Berlin`, `[Europe/Berlin]` or `CET`. */
const zoneByName = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*(?:[+-][\d:]+)? ?\[?[A-Za-z][\w+-]+(?:\/[\w+-]+)*\]?$/;
