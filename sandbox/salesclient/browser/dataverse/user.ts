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

/** How values are written in a region; columns of the table usersettings. */
export interface RegionFormats {
  readonly localeid: number;
  readonly dateformatstring: string;
  readonly dateseparator: string;
  readonly timeformatstring: string;
  readonly decimalsymbol: string;
  readonly numberseparator: string;
}

/** What a person changes under "Personalization settings": language and formats of the values that Dataverse writes. */
export async function choosePersonalSettings(userId: string, language: number, formats: RegionFormats): Promise<void> {
  const wanted = { uilanguageid: language, ...formats };
  const names = Object.keys(wanted);
  const settings = asRow(await get(`usersettingscollection(${userId})?$select=${names.join(',')}`));
  if (Object.entries(wanted).every(([name, value]) => settings[name] === value)) return;
  await send('PATCH', `usersettingscollection(${userId})`, wanted);
}
