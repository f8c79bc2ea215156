/** Says that a block has another label now. */
export const moved = '\n  moved {\n    from = forkcast_service.OLD\n    to   = forkcast_service.NEW\n  }';

/** Says that a block is gone and its service stays. */
export const forgotten =
  '\n  removed {\n    from = forkcast_service.OLD\n    lifecycle {\n      destroy = false\n    }\n  }';

/** Takes a service into a state. */
export const imported = (service: string): string =>
  `\n  import {\n    to = forkcast_service.NAME\n    id = "${service}"\n  }`;

/** Lets two blocks of a state have what the other one had. */
export const exchanged = [
  ['A', 'SPARE'],
  ['B', 'A'],
  ['SPARE', 'B'],
]
  .map(([from = '', to = '']) => `\n  terraform state mv forkcast_service.${from} forkcast_service.${to}`)
  .join('');
