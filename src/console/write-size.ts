import { megabyte } from '../domain';

const gigabyte = 1024 * megabyte;

/** Bytes for people, counted as disks are: `18.0 GB` */
export const writeSize = (bytes: number): string =>
  bytes >= gigabyte ? `${(bytes / gigabyte).toFixed(1)} GB` : `${Math.max(1, Math.round(bytes / megabyte))} MB`;
