import type { RefusalAbout, RefusalCode } from './refusal';

/**
 * What a request must ask for, that a rule can have something against it. API names: `user_config.pg_version`, `from`,
 * `latest_transaction`, `service_integrations`.
 */
export interface PredictionAsks {
  /** At least one of these has a value; absent: any request may do. */
  readonly any?: readonly string[];
  /** Only services of these types; absent: of all. */
  readonly types?: readonly string[];
  /** None of these has a value. */
  readonly none?: readonly string[];
  /** A setting that the type lacks, these left aside. */
  readonly lackedBeside?: readonly string[];
  /** Where the refusal says what it is about: one of these. */
  readonly about?: readonly RefusalAbout[];
  /** Only another service of the same configuration leads there: one request tells nothing of it. */
  readonly siblings?: true;
}

/** What a rule foretells, and of what kind of request. */
export interface Prediction {
  /** What the rule says in short. */
  readonly title: string;
  readonly predicts: readonly RefusalCode[];
  /** Of a service that is to be made, of any, or of a change of one that is there. */
  readonly scope: 'creation' | 'settings' | 'lifecycle';
  readonly asks?: PredictionAsks;
}
