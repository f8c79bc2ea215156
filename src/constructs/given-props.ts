import { refuseDeclaration } from './told-refusal';
import { isFields, shown } from '../domain';
import type { Construct } from './cdktf';
import { wrongKind, type Elsewhere, type Kind } from './prop-kinds';
import { isServiceSource, type ServiceSource } from './source';

/** What JavaScript gave a construct, which no compiler has read: each part that the construct cannot do without. */
interface Given<Props> {
  /** Without those that are null, which are not given. */
  readonly props: Props;
  /** The property, a text that is not empty. @throws ConfigurationError */
  text(name: Extract<keyof Props, string>): string;
  /** The property, a service. @throws ConfigurationError */
  source(name: Extract<keyof Props, string>): ServiceSource;
  /** The same, where each property is one of these, and of its kind. @throws ConfigurationError */
  kinds(of: KindsOf<Props>, elsewhere?: Elsewhere): Given<Props>;
  /** The property, one of these; undefined: not given. `also` ends the refusal of another one. @throws ConfigurationError */
  oneOf<Value extends string>(
    name: Extract<keyof Props, string>,
    values: readonly Value[],
    also?: string,
  ): Value | undefined;
}

/** Each property that a construct has, with what it may be. */
export type KindsOf<Props> = Readonly<Record<keyof Props, Kind>>;

/** The properties of a construct. @throws ConfigurationError when they are no object */
export const givenProps = <Props extends object>(scope: Construct, id: string, props: Props): Given<Props> => {
  const place = `${scope.node.path}/${id}`;
  const wrong = (what: string, got: unknown, wanted: string): never =>
    refuseDeclaration(place, `${what} ${got === undefined ? 'not given' : shown(got)}; give ${wanted}.`);
  if (!isFields(props)) return wrong('its properties are', props, 'an object, such as { ... }');
  const given: Given<Props> = {
    props: withoutNulls(props),
    text: (name) => {
      const value: unknown = props[name];
      return typeof value === 'string' && value !== '' ? value : wrong(`${name} is`, value, 'a text that is not empty');
    },
    kinds: (fields, elsewhere) => {
      const found = wrongKind(withoutNulls(props), { fields }, { elsewhere });
      return found === undefined ? given : refuseDeclaration(place, found);
    },
    oneOf: (name, values, also = '') => {
      const value: unknown = props[name] ?? undefined;
      return value === undefined
        ? undefined
        : (values.find((one) => one === value) ?? wrong(`${name} is`, value, `${values.join(', ')}${also}`));
    },
    source: (name) => {
      const value: unknown = props[name];
      return isServiceSource(value) ? value : wrong(`${name} is`, value, 'a Service, or one of Service.fromRegistry');
    },
  };
  return given;
};

const withoutNulls = <Props extends object>(props: Props): Props => {
  const nulls = Object.entries(props).flatMap(([name, value]) => (value === null ? [name] : []));
  if (nulls.length === 0) return props;
  const given = { ...props };
  for (const name of nulls) Reflect.deleteProperty(given, name);
  return given;
};
