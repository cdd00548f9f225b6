/**
 * Lets the user pick a record of `table` in the platform's own dialog; `null` when the dialog was closed without a
 * choice.
 * @param defaultViewId the view in which the dialog opens; '' for the table's own
 */
export async function chooseRecord(
  utility: ComponentFramework.Utility,
  table: string,
  defaultViewId: string,
): Promise<ComponentFramework.LookupValue | null> {
  try {
    const chosen = await utility.lookupObjects({
      entityTypes: [table],
      defaultEntityType: table,
      allowMultiSelect: false,
      ...(defaultViewId === '' ? {} : { defaultViewId }),
    });
    return chosen[0] ?? null;
  } catch {
    // Some clients reject when the dialog is closed.
    return null;
  }
}
