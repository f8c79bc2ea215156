import { unreachable, type ReviewedService } from '../../domain';

/** What becomes of a judged service. */
export type Fate = 'made' | 'changed' | 'replaced' | 'destroyed' | 'kept' | 'let-go' | 'unknown';

/** As the plan says, else as facts and configuration foretell. Never throws. */
export const fateOf = ({ change, standing, remade }: ReviewedService): Fate => {
  if (change === undefined) {
    if (remade) return 'replaced';
    return standing === 'new' ? 'made' : standing === 'live' ? 'kept' : 'unknown';
  }
  switch (change.kind) {
    case 'create':
      return 'made';
    case 'update':
      return 'changed';
    case 'replace':
      return 'replaced';
    case 'delete':
      return 'destroyed';
    case 'no-op':
      return 'kept';
    case 'read':
      return 'let-go';
    default:
      return unreachable(change.kind);
  }
};
