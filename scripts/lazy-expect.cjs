/*
 * For each expectation jest makes some hundred functions, of which a test calls one, and a copy of its tools: a twelfth of the fast suite. Here
 * they are made when a test asks for them. Where the text of jest is another, it stays as it is.
 */
const eager = /const expectation = \{\n {4}not: \{\},[\s\S]*?\n {2}return expectation;\n/;

const lazy = `const given = (one) => new Proxy({}, { get: (_, name) => Object.hasOwn(allMatchers, name) ? one(name) : undefined });
  const promised = (make) => {
    const err = new JestAssertionError();
    const one = (isNot) => (name) =>
      make(name, getPromiseMatcher(name, allMatchers[name]) || allMatchers[name], isNot, actual, err);
    return new Proxy({}, {
      get: (_, name) => name === 'not' ? given(one(true)) : Object.hasOwn(allMatchers, name) ? one(false)(name) : undefined,
    });
  };
  return new Proxy({}, {
    get: (_, name) => {
      if (Object.hasOwn(allMatchers, name)) return makeThrowingMatcher(allMatchers[name], false, '', actual);
      switch (name) {
        case 'not': return given((each) => makeThrowingMatcher(allMatchers[each], true, '', actual));
        case 'resolves': return promised(makeResolveMatcher);
        case 'rejects': return promised(makeRejectMatcher);
      }
    },
  });
`;

const tools = /const utils = \{\n {4}\.\.\.matcherUtils,/;

/** The text of jest's expectations, made lazy. */
module.exports = (code) =>
  `let commonUtils;\n${code}`
    .replace(eager, () => lazy)
    .replace(tools, 'const utils = commonUtils ??= {\n    ...matcherUtils,');
