import type { CardVerdict } from '../../domain';
import type { Colours } from './renderer';

const words = { stop: 'stop', go: 'ok', unsure: 'unsure', loss: 'loss', nothing: 'nothing' } as const;

const colourOf = { stop: 'error', go: 'good', unsure: 'warning', loss: 'error', nothing: 'faint' } as const;

/** The word that a verdict begins with on a terminal. Never throws. */
export const verdictWord = (kind: CardVerdict['kind'], colours: Colours): string =>
  colours[colourOf[kind]](words[kind]);
