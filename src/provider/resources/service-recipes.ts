/** Says that a block of a type has another label now. */
export const movedBlock = (type: string): string => `\n  moved {\n    from = ${type}.OLD\n    to   = ${type}.NEW\n  }`;
export const moved = movedBlock('forkcast_service');

/** Says that a block of a type is gone and what it stands for stays. */
export const forgottenBlock = (type: string): string =>
  `\n  removed {\n    from = ${type}.OLD\n    lifecycle {\n      destroy = false\n    }\n  }`;
export const forgotten = forgottenBlock('forkcast_service');

/** Takes what has an id into a state. */
export const importBlock = (type: string, id: string): string =>
  `\n  import {\n    to = ${type}.NAME\n    id = "${id}"\n  }`;
export const imported = (service: string): string => importBlock('forkcast_service', service);

/** Lets two blocks of a state have what the other one had. */
export const exchanged = [
  ['A', 'SPARE'],
  ['B', 'A'],
  ['SPARE', 'B'],
]
  .map(([from = '', to = '']) => `\n  terraform state mv forkcast_service.${from} forkcast_service.${to}`)
  .join('');
