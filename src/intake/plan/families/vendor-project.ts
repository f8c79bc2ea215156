import { known, type Fact } from '../../../domain';
import type { PlannedResource } from '../plan-file';
import { textOf } from './values';

/** The attribute that holds the name of a project, by the resource of the vendor's provider that makes one. */
export const projectTypes: ReadonlyMap<string, string> = new Map([
  ['aiven_project', 'project'],
  ['aiven_organization_project', 'project_id'],
]);

/** The name of a project that a plan makes or keeps. Never throws. */
export const madeProjectOf = ({ type, after }: PlannedResource): Fact<string> => {
  const name = textOf(after, projectTypes.get(type) ?? '');
  return name.known ? known(name.value ?? '') : name;
};
