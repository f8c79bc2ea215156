/** Bytes for people: `40.0 GB`, `512 kB`; powers of 1024. */
export const sizeText = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit] ?? ''}`;
};

/** MB for people. */
export const megabytesText = (megabytes: number): string => sizeText(megabytes * 1024 * 1024);
