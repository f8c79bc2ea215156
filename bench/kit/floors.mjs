import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../floors.json');

/** A floor that is this many times what it was says that the machine had something else to do. */
const mostTimes = 1.5;

/** What decides a floor, besides what else runs: other machines have records of their own. */
const machine = `${process.platform} ${process.arch}, ${availableParallelism()} cores, Node ${process.versions.node.split('.')[0]}`;

const readAll = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

const floorsOf = (sections) =>
  sections.flatMap(({ title, rows }) =>
    rows.flatMap(({ floor, what, value, unit }) =>
      floor === true ? [{ name: `${title}: ${what}`, value, unit }] : [],
    ),
  );

/** A rate falls where a time rises. */
const timesAbove = ({ value, unit }, recorded) => (unit === '/s' ? recorded / value : value / recorded);

/** Why a run says nothing: each floor that is far above its last record, in words. Empty: it may be believed. */
export const voidedBy = (sections) => {
  const recorded = readAll()[machine] ?? {};
  return floorsOf(sections).flatMap((floor) => {
    const before = recorded[floor.name];
    const times = before === undefined ? 1 : timesAbove(floor, before);
    return times <= mostTimes
      ? []
      : [`${floor.name} is ${floor.value.toFixed(2)} ${floor.unit}, ${times.toFixed(1)} times what it was (${before})`];
  });
};

/** Keeps the floors of a run that may be believed. */
export const recordFloors = (sections) => {
  const all = readAll();
  const own = Object.fromEntries(floorsOf(sections).map(({ name, value }) => [name, Number(value.toPrecision(3))]));
  const kept = { ...all, [machine]: { ...all[machine], ...own } };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
};
