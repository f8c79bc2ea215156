/** All steps at once. */
export const endOf = <T>(steps: Generator<void, T> | undefined): T | undefined => {
  for (let step = steps?.next(); step !== undefined; step = steps?.next()) if (step.done === true) return step.value;
  return undefined;
};

/** Steps in as many transactions: another registry may have taken the place of this one meanwhile, which the check at the end finds. */
export function* checkedAfter<T>(steps: Generator<void, T>, check: () => void): Generator<void, T> {
  const end = yield* steps;
  check();
  return end;
}
