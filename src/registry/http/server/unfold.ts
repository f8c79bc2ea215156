/**
 * What a step gives again and again, until it gives nothing. Between two of them nothing is held but what the step itself keeps, while a
 * generator keeps all that it has named: of many answers that wait for their readers, that is what takes up memory. `end` is called when
 * nobody asks for more.
 */
export const unfold = <Part>(step: () => Part | undefined, end: () => void = () => undefined): Iterable<Part> => ({
  [Symbol.iterator]: () => ({
    next: () => {
      const value = step();
      return value === undefined ? { done: true, value } : { done: false, value };
    },
    return: () => {
      end();
      return { done: true, value: undefined };
    },
  }),
});

/** What is made of each part, when it is asked for. */
export const mapParts = <Part, Made>(parts: Iterable<Part>, make: (part: Part) => Made): Iterable<Made> => {
  const rest = parts[Symbol.iterator]();
  return unfold(
    () => {
      const part = rest.next();
      return part.done === true ? undefined : make(part.value);
    },
    () => void rest.return?.(),
  );
};
