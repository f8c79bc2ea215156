import type { Contract, Declared, OperationId } from '../../../api';
import type { Registry } from '../../registry';
import { withNearName } from '../near-names';
import { bind, type RawCall, type Routes } from '../route';

/** Answers one operation by these routes, in its own type. What is asked is checked against its declaration first. */
export const replierOf =
  <Known extends OperationId>(declared: Declared<Known>, answers: Routes<Pick<Contract, Known>>) =>
  <Id extends Known>(id: Id, registry: Registry, raw: RawCall) =>
    withNearName(registry, bind(id, declared[id], answers[id])(registry, raw), raw.parameters);
