import { dayMs } from '../domain';
import { documented } from './cite';

/** A service that stays powered off longer than this is deleted. */
export const longestOffMs = 180 * dayMs;

/** Where that is said. */
export const longestOffSource = documented(
  'documentation, project notifications: service_powered_off_removal, 180 days',
);
