import { maintenanceDays, maintenanceTimePattern } from '../../domain';
import { serviceCreatePage } from '../cite';
import { defineRule } from '../rule';
import { orUndecided } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 163: a maintenance window that is no weekday, or no time of day. */
export const invalidMaintenanceWindow = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Maintenance window is no weekday and time of day',
  why: 'A window is a weekday in English and a time of day in UTC. Another spelling is refused at apply.',
  attribute: 'maintenance_window_dow',
  sources: [serviceCreatePage],
  planOnly: 'The API refuses it by the form of the request, before anything is decided.',
  messages: {
    day: {
      detail: 'maintenance_window_dow is "{day}", which is none of {days}.',
      remedy: 'Write one of these, in small letters.',
    },
    time: {
      detail: 'maintenance_window_time is "{time}", which is no time of day HH:MM:SS from 00:00:00 to 23:59:59.',
      remedy: 'Write it in UTC with its seconds, such as 04:30:00.',
    },
  },
  check: ({ request: { maintenanceDow: dow, maintenanceTime: time, address } }) => {
    const day = dow && orUndecided(dow, `maintenance_window_dow of ${address}`);
    if (day !== undefined && !maintenanceDays.some((one) => one === day))
      return violated('day', { day, days: maintenanceDays.join(', ') });
    const from = time && orUndecided(time, `maintenance_window_time of ${address}`);
    return from === undefined || maintenanceTimePattern.test(from)
      ? pass
      : violated('time', { time: from }, 'maintenance_window_time');
  },
});
