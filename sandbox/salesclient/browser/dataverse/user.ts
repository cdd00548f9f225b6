import { asRow, get, rowsOf, send, textOf } from './webApi';

export interface SignedInUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** Lower-case privilege name to depth: 0 Basic, 1 Local, 2 Deep, 3 Global. */
  readonly privileges: ReadonlyMap<string, number>;
}

const depths = ['Basic', 'Local', 'Deep', 'Global'];

/** @throws {WebApiError} 401 when nobody with this name can sign in */
export async function readUser(): Promise<SignedInUser> {
  const id = textOf(asRow(await get('WhoAmI')), 'UserId');
  const [user, privileges] = await Promise.all([
    get(`systemusers(${id})?$select=fullname&$expand=systemuserroles_association($select=roleid,name)`),
    get(`systemusers(${id})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges`),
  ]);
  const row = asRow(user);
  const granted = rowsOf({ value: asRow(privileges).RolePrivileges });
  return {
    id,
    name: textOf(row, 'fullname'),
    roles: rowsOf({ value: row.systemuserroles_association }).map((role) => ({
      id: textOf(role, 'roleid'),
      name: textOf(role, 'name'),
    })),
    privileges: new Map(
      granted.map((grant) => [textOf(grant, 'PrivilegeName').toLowerCase(), depths.indexOf(textOf(grant, 'Depth'))]),
    ),
  };
}

/** What a person changes under "Personalization settings": the language in which Dataverse formats values. */
export async function chooseLanguage(userId: string, language: number, locale: number): Promise<void> {
  const settings = asRow(await get(`usersettingscollection(${userId})?$select=uilanguageid,localeid`));
  if (settings.uilanguageid === language && settings.localeid === locale) return;
  await send('PATCH', `usersettingscollection(${userId})`, { uilanguageid: language, localeid: locale });
}
