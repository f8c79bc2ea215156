/** Bytes of a MB, wherever sizes are told: as disks and plans count them, a GB is 1,024 of these. */
export const megabyte = 1024 * 1024;
