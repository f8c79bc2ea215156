/** What a thrown code means, and what to do. */
export interface ErrorCodePage {
  readonly meaning: string;
  readonly remedy: string;
}

/** Every code with which Forkcast itself gives up, in the order of the alphabet. Stable: a code is never reused. */
export const errorCodes: Readonly<Record<string, ErrorCodePage>> = {
  FC_BUG: {
    meaning: 'Something happened in Forkcast that its authors held impossible.',
    remedy: 'Report it with the command line and the whole message.',
  },
};
