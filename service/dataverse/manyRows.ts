/** Values of one filter: as many as an address holds with ease. */
export const VALUES_TOGETHER = 200;

/** Rows whose column holds one of some GUIDs. Source: Dataverse Web API, query function In. */
export function isIn(column: string, ids: readonly string[]): string {
  const values = ids.map((id) => `'${id}'`).join(',');
  return `Microsoft.Dynamics.CRM.In(PropertyName='${column}',PropertyValues=[${values}])`;
}

export function* inParts<T>(values: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < values.length; start += VALUES_TOGETHER) {
    yield values.slice(start, start + VALUES_TOGETHER);
  }
}
