/** What a thrown code means, and what to do. */
export interface ErrorMeaning {
  readonly meaning: string;
  readonly remedy: string;
}

/** The codes of the file that a registry is kept in, by what a process ends with. */
export const storeErrors = {
  1: {
    FC_STORE_CONFLICT: { meaning: 'Other processes kept writing to the registry first.', remedy: 'Run again.' },
    FC_STORE_EXISTS: {
      meaning: 'There is a file already where a registry was to be made.',
      remedy: 'Use it, or make it anew with forkcast registry init --force, which forgets its history but its tokens.',
    },
  },
  3: {
    FC_STORE_BUSY: {
      meaning: 'Other processes held the file of the registry for too long.',
      remedy: 'Run again; if it stays so, see which process holds the file.',
    },
    FC_STORE_DAMAGED: {
      meaning: 'The file of the registry does not hold what was written to it: pages or records of it have changed.',
      remedy:
        'See all of it with forkcast registry verify. Put a backup in its place, or make it anew with forkcast registry init --force.',
    },
    FC_STORE_FAILED: {
      meaning: 'The disk or the file system that the registry is on failed. Nothing was changed.',
      remedy: 'See to the disk, then run again; forkcast registry verify tells whether the file is whole.',
    },
    FC_STORE_FORMAT: { meaning: 'The file is not a registry.', remedy: 'Name another file, or remove this one.' },
    FC_STORE_FULL: {
      meaning: 'The disk that the registry is on is full. Nothing was changed; reading goes on.',
      remedy: 'Make room on it, then run again.',
    },
    FC_STORE_MISSING: {
      meaning: 'There is no registry at that path.',
      remedy: 'Make one with forkcast registry init, or name another with --registry or FORKCAST_REGISTRY.',
    },
    FC_STORE_NEWER: {
      meaning: 'The file of the registry was written by a later release than this one.',
      remedy: 'Update Forkcast, or name another registry.',
    },
    FC_STORE_READ_ONLY: {
      meaning: 'The registry may not be written: its file, its folder or its disk is read-only. Nothing was changed.',
      remedy: 'Make them writable, or name another registry.',
    },
    FC_STORE_REPLACED: {
      meaning:
        'The registry was made anew or moved away by another process while it was open. In the old one nothing was done.',
      remedy: 'Run again: it is done in the new one.',
    },
    FC_STORE_RIGHTS: {
      meaning: 'The system does not let this user open the file of the registry, or write in its folder.',
      remedy: 'Run as the user that made it, or change its rights: only its owner may read a registry that init made.',
    },
  },
} satisfies Readonly<Record<number, Readonly<Record<string, ErrorMeaning>>>>;
