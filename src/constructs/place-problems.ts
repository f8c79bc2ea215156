import { TerraformStack } from './cdktf';
import type { Construct } from './cdktf';
import { idsBelowStack, type FormerPlace } from './former-place';
import { logicalIdAt } from './logical-id';

/** A declared service, as far as its place is concerned. */
export interface Placed extends Construct {
  /** Where it says that it was declared before. */
  readonly former: FormerPlace | undefined;
}

/** A sentence about the place of one service, by its construct path. */
interface PlaceProblem {
  readonly path: string;
  readonly problem: string;
}

/** What is wrong with where the services of an app stand, or say that they stood. Never throws. */
export const placeProblems = (services: readonly Placed[]): readonly PlaceProblem[] => [
  ...services.flatMap(nameProblems),
  ...sharedPlaces(services, describePlace, (path, first) =>
    [
      `has the id '${path}', which Terraform names as it names '${first}': of two resources with one name, one is silently`,
      `not made. CDKTF keeps A-Z a-z 0-9 _ - of an id and drops the rest. Choose another id; a live service is kept with movedFrom.`,
    ].join(' '),
  ),
  ...sharedPlaces(
    services.filter(({ former }) => former !== undefined),
    ({ former }) => `${former?.stack} ${former?.path}`,
    (_, first) => `says the same movedFrom as '${first}', and one service cannot become two. Take one of them away.`,
  ),
  ...services.flatMap((service) => formerProblems(service, services)),
];

const describePlace = (service: Placed): string => `${TerraformStack.of(service).node.path} ${describeName(service)}`;

const describeName = (service: Placed): string => {
  const stack = TerraformStack.of(service).node.path;
  return logicalIdAt(TerraformStack.of(service), idsBelowStack({ stack, path: service.node.path }));
};

const nameProblems = (service: Placed): readonly PlaceProblem[] => {
  const { path, id } = service.node;
  const name = describeName(service);
  if (/^[A-Za-z_]/.test(name)) return [];
  const became = name === '' ? 'no name at all' : `'${name}', and a name begins with a letter or _`;
  const problem =
    `has the id '${id}', which becomes ${became} in Terraform: CDKTF keeps A-Z a-z 0-9 _ - of an id and drops the rest. ` +
    'Choose another id; the name of the service stays free of this.';
  return [{ path, problem }];
};

/** Empty names are told of already, and are nobody's place. */
const sharedPlaces = (
  services: readonly Placed[],
  placeOf: (service: Placed) => string,
  say: (path: string, first: string) => string,
): readonly PlaceProblem[] => {
  const firsts = new Map<string, string>();
  return services.flatMap((service) => {
    const { path } = service.node;
    const place = placeOf(service);
    const first = firsts.get(place);
    if (first === undefined) firsts.set(place, path);
    return first === undefined || place.endsWith(' ') ? [] : [{ path, problem: say(path, first) }];
  });
};

const formerProblems = ({ former, node }: Placed, services: readonly Placed[]): readonly PlaceProblem[] => {
  if (former === undefined) return [];
  const { path } = node;
  const isThere = former.path !== path && services.some((other) => other.node.path === former.path);
  if (!isThere) return [];
  const problem =
    `says movedFrom '${former.path}', and a service is still declared there. ` +
    'Take that one away, or movedFrom here: one service cannot stand at two places.';
  return [{ path, problem }];
};
