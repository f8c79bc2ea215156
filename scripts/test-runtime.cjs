const Runtime = require('jest-runtime').default;
const makeLazy = require('./lazy-expect.cjs');

const expectations = require.resolve('expect');

/*
 * Jest reads each module anew for each test file, asks anew whether its translation is still good, and looks up anew where each import
 * leads: a twentieth of the fast suite. Here a process does so once, unless it waits for files to change.
 */
const read = new Map();
const found = new Map();

const onceEach = (kept, key, make) => {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
};

/** Takes what jest declares private. */
const share = ({ transformCache, _resolution: resolution, _config: config }) => {
  const own = transformCache.transform.bind(transformCache);
  transformCache.transform = (filename, options) => {
    if (options?.isInternalModule) {
      return onceEach(read, filename, () => {
        const text = own(filename, options);
        return filename === expectations ? makeLazy(text) : text;
      });
    }
    const translated = onceEach(read, `${config.id}\0${filename}`, () => {
      own(filename, options);
      return transformCache.transforms.get(filename);
    });
    transformCache.transforms.set(filename, translated);
    if (translated.sourceMapPath) transformCache.sourceMaps.set(filename, translated.sourceMapPath);
    return translated.code;
  };
  const paths = onceEach(found, config.id, () => new Map());
  resolution.cjsCache = {
    get: (key) => paths.get(key),
    set: (key, path) => paths.set(key, path),
    clear: () => undefined,
  };
};

/** How a test file loads its modules: as jest does, from what the process has read already. */
module.exports = class extends Runtime {
  /** @param {ConstructorParameters<typeof Runtime>} given */
  constructor(...given) {
    super(...given);
    const [, , , , , , , { watch, watchAll }] = given;
    if (!watch && !watchAll) share(Object(this));
  }
};
