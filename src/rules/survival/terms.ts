import type { PlacedPolicy, RecoveryTerms, ServiceFacts } from '../../domain';
import { orUndecided } from '../stop';
import type { Subject } from '../subject';

/** The policies that are for a declared service; the check ends where a name or tag that decides is not known. Inside of a `check` only. */
export const policiesOf = (subject: Subject): readonly PlacedPolicy[] =>
  (subject.terms?.policies ?? []).filter(({ within, projects, tags }) => {
    const { request } = subject;
    if (within !== undefined && !isWithin(request.address, within)) return false;
    if (projects !== undefined && !projects.includes(orUndecided(request.project, `project of ${request.address}`)))
      return false;
    if (tags === undefined) return true;
    const written = orUndecided(request.tags, `tags of ${request.address}`) ?? subject.existing?.tags;
    return hasTags(written ?? {}, tags);
  });

/** Whether an address is that of a construct or stands below it; everything is below the app itself, whose path is ''. */
const isWithin = (address: string, within: string): boolean =>
  within === '' || address === within || address.startsWith(`${within}/`);

/** The policies of a file that are for a live service. Never throws. */
export const policiesFor = (terms: RecoveryTerms | undefined, service: ServiceFacts): readonly PlacedPolicy[] =>
  (terms?.policies ?? []).filter(
    ({ within, projects, tags }) =>
      within === undefined &&
      (projects === undefined || projects.includes(service.project)) &&
      (tags === undefined || hasTags(service.tags, tags)),
  );

const hasTags = (has: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([key, value]) => has[key] === value);
