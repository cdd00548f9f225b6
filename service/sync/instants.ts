/** An instant as Dataverse keeps it, to the second: 2026-11-23T10:15:00Z. */
export function toSeconds(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
