/** The names of the fields of a table, as what they are. */
export const namesOf = <T extends object>(table: T): readonly Extract<keyof T, string>[] => {
  const names: Extract<keyof T, string>[] = [];
  for (const name in table) names.push(name);
  return names;
};
