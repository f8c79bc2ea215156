/** Terraform's reasons for a destruction, as the end of a sentence. @see its JSON output format, `action_reason` */
const reasonWords: ReadonlyMap<string, string> = new Map([
  ['replace_because_tainted', 'it is tainted'],
  ['replace_by_request', '-replace asks for it'],
  ['replace_by_triggers', 'its replace_triggered_by asks for it'],
  ['replace_because_cannot_update', 'its provider cannot change it in place'],
  ['delete_because_no_resource_config', 'its block is gone from the configuration'],
  ['delete_because_wrong_repetition', 'its block has count or for_each now, or has it no more'],
  ['delete_because_count_index', 'the count of its block no longer reaches its index'],
  ['delete_because_each_key', 'the for_each of its block no longer has its key'],
  ['delete_because_no_module', 'the call of its module is gone from the configuration'],
  ['delete_because_no_move_target', 'it was moved to where no block is'],
]);

/**
 * Why a live service is destroyed, as the end of a sentence: ` because of plan`, ` because it is tainted`, or nothing. Never throws.
 */
export const becauseWords = ({
  reasons,
  why,
}: {
  readonly reasons: readonly string[];
  readonly why?: string | undefined;
}): string => {
  if (reasons.length > 0) return ` because of ${reasons.join(', ')}`;
  return why === undefined ? '' : ` because ${reasonWords.get(why) ?? `Terraform says ${why}`}`;
};
