/** Whether each property plays all its examples and each table all its rows: `npm run test:whole`. */
export const isWhole = process.env.FORKCAST_WHOLE === '1';

/** How many examples a property plays: in the fast suite a fifth, which are others each time, and ten at least. */
export const runs = (whole: number): number => (isWhole ? whole : Math.max(Math.ceil(whole / 5), Math.min(whole, 10)));

/** How many of a long table's rows a test tries: in the suite that one waits for each fifth, from another one on each time. */
export const rows = <Row>(whole: readonly Row[]): readonly Row[] => {
  const [step, first] = isWhole ? [1, 0] : [5, Math.floor(Math.random() * 5)];
  return whole.filter((_row, index) => index % step === first);
};
