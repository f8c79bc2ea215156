/** The first wanted label that nothing is called by; where there is none, the last with a number from 2 on. Never throws. */
export const freeLabel = (wanted: readonly string[], isTaken: (label: string) => boolean): string => {
  const free = wanted.find((label) => !isTaken(label));
  if (free !== undefined) return free;
  const last = wanted.at(-1) ?? '';
  let number = 2;
  while (isTaken(`${last}_${number}`)) number += 1;
  return `${last}_${number}`;
};
