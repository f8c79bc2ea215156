import { known, type Fact, type ServiceRequest } from '../../../domain';
import type { PlannedResource } from '../plan-file';
import { readKnownText, readText } from './values';

/** The attribute that holds the name of a project, by the resource of the vendor's provider that makes one. */
export const projectTypes: ReadonlyMap<string, string> = new Map([
  ['aiven_project', 'project'],
  ['aiven_organization_project', 'project_id'],
]);

/** The name of a project that a plan makes or keeps. Never throws. */
export const readMadeProject = ({ type, after }: PlannedResource): Fact<string> => {
  const name = readText(after, projectTypes.get(type) ?? '');
  return name.known ? known(name.value ?? '') : name;
};

/** A project that a plan destroys; []: its name is not recorded. Never throws. */
export const readEndedProject = ({
  type,
  address,
  before,
}: PlannedResource): NonNullable<ServiceRequest['endedProjects']> => {
  const project = readKnownText(before, projectTypes.get(type) ?? '');
  return project === undefined ? [] : [{ project, address }];
};
