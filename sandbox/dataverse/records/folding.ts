const ascii = /^[\u0000-\u007f]*$/;

/**
 * The form in which Dataverse compares text: its databases collate without regard to case
 * (learn.microsoft.com, "Filter rows using OData": all filters using string values are case insensitive).
 */
export function foldText(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : text.normalize('NFC').toLowerCase();
}
