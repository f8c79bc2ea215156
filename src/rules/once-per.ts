/**
 * Computes something once for each subject, however many rules ask for it.
 * @param compute is pure: what it returns for a subject is kept as long as the subject is.
 */
export const oncePer = <Key extends object, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
  const computed = new WeakMap<Key, Value>();
  return (key) => {
    const kept = computed.get(key);
    if (kept !== undefined) return kept;
    const value = compute(key);
    computed.set(key, value);
    return value;
  };
};
