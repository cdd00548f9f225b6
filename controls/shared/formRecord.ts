/**
 * Whether the form's record was saved at least once. The platform gives `mode.contextInfo` to controls on forms but
 * does not document it; this is the only place that reads it. Where it is missing, the record counts as saved.
 */
export function isFormRecordSaved(mode: object): boolean {
  const info: unknown = 'contextInfo' in mode ? mode.contextInfo : null;
  if (typeof info !== 'object' || info === null || !('entityId' in info)) return true;
  return typeof info.entityId === 'string' && info.entityId !== '';
}
