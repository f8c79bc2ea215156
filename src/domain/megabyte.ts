/** Bytes of a MB, wherever sizes are told: as disks and plans count them, a GB is 1,024 of these. */
export const megabyte = 1024 * 1024;

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Bytes for people, counted as disks are: `18 GB`, `1.5 GB`, `512 kB`. */
export const sizeWords = (bytes: number): string => {
  const rank = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const size = bytes / 1024 ** rank;
  return `${rank === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${units[rank] ?? ''}`;
};

/** MB for people. */
export const megabytesWords = (megabytes: number): string => sizeWords(megabytes * megabyte);
