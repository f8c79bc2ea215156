import { counted, dayMs, hourMs, minuteMs } from '../../domain';

/** A length of time for people, in its two largest units: `3 days 6 hours`, `45 minutes`. Shorter than a minute: `under a minute`. */
export const durationWords = (durationMs: number): string => {
  const [days, hours, minutes] = [
    Math.floor(durationMs / dayMs),
    Math.floor((durationMs % dayMs) / hourMs),
    Math.floor((durationMs % hourMs) / minuteMs),
  ];
  if (days > 0)
    return hours > 0 && days < 10 ? `${counted(days, 'day')} ${counted(hours, 'hour')}` : counted(days, 'day');
  if (hours > 0)
    return minutes > 0 ? `${counted(hours, 'hour')} ${counted(minutes, 'minute')}` : counted(hours, 'hour');
  return minutes > 0 ? counted(minutes, 'minute') : 'under a minute';
};
