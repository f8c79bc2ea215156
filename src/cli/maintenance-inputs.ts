import type { Given } from './inputs';
import type { SentTo } from '../api';
import { given, maintenanceDays, maintenanceTimePattern, mostContacts } from '../domain';
import { UsageError } from './errors';
import type { Inputs } from './inputs';

/** Flags of the vendor's command for when updates may be installed; and who is told of trouble. */
export const maintenanceInputs = (inputs: Inputs) => ({
  day: inputs.choice('--maintenance-dow <day>', 'the weekday at which updates may be installed', maintenanceDays),
  time: inputs.text('--maintenance-time <HH:MM:SS>', 'the time of day from which they may, UTC'),
  told: inputs.textList('--tech-email <address>', 'who is told of trouble, in place of all; repeat it'),
});

/** The same as the API has them. @throws UsageError */
export const readMaintenance = ({
  day,
  time,
  told,
}: Given<ReturnType<typeof maintenanceInputs>>): Pick<SentTo<'ServiceUpdate'>, 'maintenance' | 'tech_emails'> => {
  if (time !== undefined && !maintenanceTimePattern.test(time))
    throw new UsageError(`--maintenance-time is a time of day from 00:00:00 to 23:59:59, UTC; got '${time}'.`);
  const long = told.find(({ length }) => length > mostContacts.length);
  if (long !== undefined)
    throw new UsageError(`--tech-email has at most ${mostContacts.length} characters; got ${long.length}.`);
  if (told.length > mostContacts.count)
    throw new UsageError(`A service has at most ${mostContacts.count} contacts; got ${told.length} --tech-email.`);
  const window = given({ dow: day, time });
  return {
    ...(Object.keys(window).length === 0 ? {} : { maintenance: window }),
    ...(told.length === 0 ? {} : { tech_emails: told.map((email) => ({ email })) }),
  };
};
