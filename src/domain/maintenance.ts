/** Weekdays at which updates may be installed; `never`: on none. @see API reference, ServiceCreate (read 2026-11-27) */
export const maintenanceDays = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const),
  'never',
] as const;

/** A time of day, `HH:MM:SS`. */
export const maintenanceTimePattern = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** Most contacts that a service has, and most characters of each. */
export const mostContacts = { count: 10, length: 254 } as const;
