export { type ApplyCall, type Call, type Ports, type PrivateState } from './call';
export { equal } from './cty/equal';
export { type CtyNumber, Decimal, numberText, parseNumber, sameNumber, toWhole as wholeOf } from './cty/number';
export { parseJsonText } from './cty/json-text';
export { bool, type CtyType, dynamic, listOf, mapOf, number, objectOf, setOf, string, tupleOf } from './cty/type';
export {
  Dynamic,
  isList,
  isNull,
  isNumber,
  isObject,
  isUnknown,
  isWhollyKnown,
  member,
  type ObjectValue,
  type Refinement,
  Unknown,
  unknown,
  type Value,
} from './cty/value';
export { type Diagnostic, errorAt, hasErrors, providerBug, warningAt } from './diagnostic';
export { parseDuration } from './duration';
export { ProtocolError, ProviderBugError, ValueError, WireError } from './error';
export { type Log } from './log';
export { type Path, pathText } from './path';
export {
  type Action,
  type ConfigureAnswer,
  type DataSource,
  type EphemeralResource,
  type FunctionAnswer,
  type Listed,
  type ListResource,
  type Parameter,
  type Provider,
  type ProviderFunction,
  type Walk,
} from './provider';
export {
  type Identity,
  type ManagedResource,
  type Operation,
  type PlanAnswer,
  type ResourceChange,
  type StateAnswer,
} from './resource';
export { findProviderFaults } from './rpc/schema-rpc';
export {
  type Attribute,
  type Attributes,
  computed,
  nested,
  type NestedType,
  type Nesting,
  optional,
  optionalComputed,
  required,
  type Validator,
} from './schema/attribute';
export { type Block, block, blockType, complete, type NestedBlock, type Schema } from './schema/schema';
export { between, isDuration, isGiven, lengthBetween, oneOf, withoutNulls } from './schema/validators';
export { type Connection, createService, type Service } from './service';
export { serve } from './transport';
