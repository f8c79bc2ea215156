import type { CardRecovery } from './card-recovery';
import type { RecoveryCell } from './recovery-report';

/** Who asks for it: `asked by orders`; nobody: any way back counts. */
export const askedWords = ({ asked }: Pick<RecoveryCell, 'asked'>): string =>
  asked.length === 0 ? 'no policy asks' : `asked by ${asked.join(', ')}`;

const whatWords: Readonly<Record<CardRecovery['what'], string>> = {
  region: 'region lost',
  provider: 'cloud provider lost',
  service: 'service lost',
  'backup-location': 'backup location lost',
  window: 'window',
};

/** `region lost, asked by orders: met from aws-eu-west-1 (secondary) → breached. Before: ... After: ...`. */
export const recoveryChangeWords = ({ what, asked, before, after }: CardRecovery): string => {
  const head = `${whatWords[what]}, ${askedWords({ asked })}: `;
  if (before === null) return `${head}${sideWords(after)}. ${after.why}`;
  const [was, is] = [sideWords(before), sideWords(after)];
  if (was === is && before.why === after.why) return `${head}${is}, as before. ${after.why}`;
  return `${head}${was === is ? is : `${was} → ${is}`}. Before: ${before.why} After: ${after.why}`;
};

const sideWords = ({ verdict, from }: CardRecovery['after']): string =>
  from === null ? verdict : `${verdict} from ${from}`;

/** Whether the plan changes from where it comes back, if at all, or how far one can go back. */
export const isRecoveryChanged = ({ what, before, after }: CardRecovery): boolean =>
  before !== null &&
  (before.verdict !== after.verdict || before.from !== after.from || (what === 'window' && before.why !== after.why));
