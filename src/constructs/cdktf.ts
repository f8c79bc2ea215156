/**
 * The one place that names CDKTF: upstream is archived, and its successor keeps these names, so the build makes a second tree of what
 * reaches this file, in which it names cdktn.
 * Aspects, and `instanceof` with its classes, are lost across two loaded copies of it, so neither is used.
 */
export {
  AnnotationMetadataEntryType,
  DefaultTokenResolver,
  Lazy,
  StringConcat,
  TerraformDataSource,
  TerraformElement,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
  Token,
  Tokenization,
  call,
  propertyAccess,
} from 'cdktf';
export type {
  IResolvable,
  ITerraformDependable,
  LocalExecProvisioner,
  TerraformResourceConfig,
  TerraformResourceLifecycle,
} from 'cdktf';
export { Construct, RootConstruct } from 'constructs';
export type { IConstruct } from 'constructs';
