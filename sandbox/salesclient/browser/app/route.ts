/** Where in the app the user is. */
export type Route =
  | { readonly page: 'list'; readonly table: string; readonly view: string | undefined }
  | {
      readonly page: 'record';
      readonly table: string;
      readonly id: string | undefined;
      readonly form: string | undefined;
    };

/** The part as it was meant; one that is not encoded as addresses are stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `#/account`, `#/account/view/<id>`, `#/account/record/<id>`, `#/account/new`; anything else is the accounts' list. */
export function routeOf(hash: string): Route {
  const [address = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [table = '', kind, id] = address.split('/').map(decoded);
  const form = new URLSearchParams(query).get('form') ?? undefined;
  if (table === '') return { page: 'list', table: 'account', view: undefined };
  if (kind === 'record' && id !== undefined) return { page: 'record', table, id, form };
  if (kind === 'new') return { page: 'record', table, id: undefined, form };
  return { page: 'list', table, view: kind === 'view' ? id : undefined };
}

export function hashOf(route: Route): string {
  const table = encodeURIComponent(route.table);
  if (route.page === 'list') return route.view === undefined ? `#/${table}` : `#/${table}/view/${route.view}`;
  const form = route.form === undefined ? '' : `?form=${route.form}`;
  return route.id === undefined ? `#/${table}/new${form}` : `#/${table}/record/${route.id}${form}`;
}

/** Goes to the record's page. */
export function openRecordPage(table: string, id: string): void {
  window.location.hash = hashOf({ page: 'record', table, id, form: undefined });
}
