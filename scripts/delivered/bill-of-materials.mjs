/** @param {{ name: string, version: string }} of */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** An integrity of npm as a hash of CycloneDX. */
const hashesOf = (integrity = '') => {
  const [, digest] = /^sha512-(\S+)$/.exec(integrity) ?? [];
  return digest === undefined
    ? {}
    : { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] };
};

const licencesOf = (licence) => [/ (?:OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } }];

/** @param {import('./packages.mjs').Delivered} delivered */
const componentOf = ({ name, version, licence, delivery, integrity }) => {
  const [group, word] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': purlOf({ name, version }),
    ...(group === undefined ? {} : { group }),
    name: word,
    version,
    scope: 'required',
    ...hashesOf(integrity),
    licenses: licencesOf(licence),
    purl: purlOf({ name, version }),
    properties: [{ name: 'forkcast:delivery', value: delivery }],
  };
};

/**
 * What the package brings, in CycloneDX 1.6: what is in its bundles, and what npm installs beside it. The same build writes the same bytes.
 * @see https://cyclonedx.org/docs/1.6/json/ (read 2026-11-27)
 * @param {{ name: string, version: string, license: string }} own
 * @param {readonly import('./packages.mjs').Delivered[]} delivered
 */
export const billOfMaterials = (own, delivered) => {
  const refs = new Map(delivered.map((one) => [one.folder, purlOf(one)]));
  // Two folders may hold the same version of a package.
  const once = [...new Map(delivered.map((one) => [purlOf(one), one])).values()];
  const dependsOn = (ref) => [
    ...new Set(
      delivered.flatMap((one) => (purlOf(one) === ref ? one.dependsOn.map((folder) => refs.get(folder)) : [])),
    ),
  ];
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': purlOf(own),
        name: own.name,
        version: own.version,
        licenses: licencesOf(own.license),
        purl: purlOf(own),
      },
    },
    components: once.map(componentOf),
    dependencies: [
      { ref: purlOf(own), dependsOn: [...new Set(refs.values())] },
      ...once.map((one) => ({ ref: purlOf(one), dependsOn: dependsOn(purlOf(one)) })),
    ],
  };
};
