import { cloudOf } from '../asked';
import { inferred, serviceForkingPage } from '../cite';
import { defineRule } from '../rule';
import { sourceShape } from '../source-shape';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 66: the data leaves its part of the world. */
export const geoRegionCrossed = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Fork takes the data to another part of the world',
  why: 'A fork is a full copy. Where it crosses the border of a part of the world, rules on where data may be kept can forbid it.',
  attribute: 'cloud_name',
  sources: [serviceForkingPage, inferred('parts of the world are those that the list of clouds names')],
  planOnly: 'The registry copies data anywhere; whether that is allowed is for the owner of the data to say.',
  messages: {
    crossed: {
      detail: '{source} runs in {sourceCloud} ({sourceGeo}); the fork runs in {cloud} ({geo}).',
      remedy: 'Choose a cloud in {sourceGeo}, or acknowledge this finding with the reason why the data may go there.',
    },
  },
  check: (subject) => {
    const { cloud, name } = orStop(sourceShape(subject));
    const { clouds } = subject.catalogue;
    const to = clouds.get(cloudOf(subject));
    const from = clouds.get(orUndecided(cloud, `cloud_name of ${name}`));
    if (from === undefined || to === undefined) return notApplicable;
    if (from.geoRegion === to.geoRegion || [from, to].some(({ geoRegion }) => geoRegion === 'unknown')) return pass;
    return violated('crossed', {
      source: name,
      sourceCloud: from.name,
      sourceGeo: from.geoRegion,
      cloud: to.name,
      geo: to.geoRegion,
    });
  },
});
