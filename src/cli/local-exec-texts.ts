import type { ServiceBody } from '../api';
import { serviceKey, type ServiceId } from '../domain';
import type { Outcome, Termination } from '../engine';

/** Of a service that was made at the place of a declaration, and that no command ended. */
export const leftText = (id: ServiceId): string =>
  `${serviceKey(id)}: stays. It was made at this place, and no destroy command ran for it; it may stand in another state. ` +
  `To end it: forkcast service terminate ${id.service} --project ${id.project}\n`;

/** What became of a declared service. */
export const doneText = ({ action, service }: Outcome): string => `${action}, ${service.state}${lineageText(service)}`;

const lineageText = ({ forkcast }: ServiceBody): string => {
  const lineage = forkcast?.lineage;
  if (!lineage) return '';
  const from = `${lineage.source_project}/${lineage.source_service}`;
  const place = lineage.role === 'secondary' ? `, from the copy in ${lineage.location}` : '';
  return `, holds ${from} as of ${lineage.recovery_point}${place}`;
};

/** What became of a service that was to be ended. */
export const endText = (end: Termination, registry: string): string => {
  switch (end.kind) {
    case 'terminated':
      return 'terminated';
    case 'absent':
      return `nothing was ended: ${registry} has no such service. It was gone already, or made in another registry`;
    case 'left':
      return `left as it is: it is another's. It ${end.holder}`;
  }
};
