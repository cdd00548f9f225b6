/** What the platform gives to controls on forms but does not document. */
interface FormRecord {
  readonly contextInfo?: { readonly entityId?: string | null } | null;
}

/**
 * Whether the form's record was saved at least once. This is the only place that reads `mode.contextInfo`. Where it is
 * missing, the record counts as saved.
 */
export function isFormRecordSaved({ contextInfo }: ComponentFramework.Mode & FormRecord): boolean {
  return !contextInfo || !('entityId' in contextInfo) || Boolean(contextInfo.entityId);
}
