import { mirrorComponents, type WriteStamp } from './componentRows';
import { currencies } from './currencies';
import { salespersonRoleId, systemAdministratorRoleId } from './platformRoles';
import type { Catalog } from '../metadata/catalog';
import { stableId } from '../metadata/identifiers';
import type { PlatformRows, Row } from '../metadata/rows';

/** A user of the sandbox. `roles` are names; those that come with a solution are given after its import. */
export interface SandboxUser {
  /** Sign-in name, e.g. `seller@cronus.example`. */
  readonly signInName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly isApplicationUser: boolean;
  /** Names of the roles, the platform's and those of solutions that are imported later. */
  readonly roles: readonly string[];
}

/** Id of a sandbox user; the same on every start. */
export function userId(signInName: string): string {
  return stableId('systemuser', signInName.toLowerCase());
}

export const organizationId = stableId('organization', 'cronus');
export const rootBusinessUnitId = stableId('businessunit', 'cronus');
export const baseCurrencyId = stableId('transactioncurrency', 'GBP');
export const organizationName = 'CRONUS International Ltd.';
export const organizationUniqueName = 'cronus';

/** English (United Kingdom) formats, and Greenwich time with summer time (Dataverse's time zone code 85). */
const formats: Row = {
  localeid: 2057,
  dateformatstring: 'dd/MM/yyyy',
  dateseparator: '/',
  timeformatstring: 'HH:mm',
  decimalsymbol: '.',
  numberseparator: ',',
};

const platformRoleIds: Readonly<Record<string, string>> = {
  'System Administrator': systemAdministratorRoleId,
  Salesperson: salespersonRoleId,
};

function reference(table: string, id: string): { table: string; id: string } {
  return { table, id };
}

function organizationRow(): Row {
  return {
    organizationid: organizationId,
    name: organizationUniqueName,
    basecurrencyid: reference('transactioncurrency', baseCurrencyId),
    basecurrencyprecision: 2,
    basecurrencysymbol: '£',
    currencydecimalprecision: 2,
    pricingdecimalprecision: 2,
    currencydisplayoption: 0,
    languagecode: 1033,
    weekstartdaycode: 1,
    fullnameconventioncode: 1,
    maxuploadfilesize: 32_768_000,
    isauditenabled: false,
    ...formats,
  };
}

function userRow(user: SandboxUser): Row {
  const id = userId(user.signInName);
  return {
    systemuserid: id,
    fullname: `${user.firstName} ${user.lastName}`.trim(),
    firstname: user.firstName,
    lastname: user.lastName,
    title: user.title,
    domainname: user.signInName,
    internalemailaddress: user.signInName,
    businessunitid: reference('businessunit', rootBusinessUnitId),
    transactioncurrencyid: reference('transactioncurrency', baseCurrencyId),
    azureactivedirectoryobjectid: stableId('entra', user.signInName.toLowerCase()),
    applicationid: user.isApplicationUser ? stableId('application', user.signInName.toLowerCase()) : null,
    // 0 Read-Write, 4 Non-interactive.
    accessmode: user.isApplicationUser ? 4 : 0,
    isdisabled: false,
    islicensed: !user.isApplicationUser,
    issyncwithdirectory: !user.isApplicationUser,
    isintegrationuser: false,
    setupuser: false,
  };
}

function settingsRow(user: SandboxUser): Row {
  return {
    systemuserid: userId(user.signInName),
    businessunitid: reference('businessunit', rootBusinessUnitId),
    uilanguageid: 1033,
    helplanguageid: 1033,
    timezonecode: 85,
    transactioncurrencyid: reference('transactioncurrency', baseCurrencyId),
    currencydecimalprecision: 2,
    paginglimit: 50,
    timeseparator: ':',
    ...formats,
  };
}

/** Adds a user with settings, the business unit's team and the platform's roles. */
function addUser(rows: PlatformRows, user: SandboxUser, teamId: string, stamps: Row): void {
  const id = userId(user.signInName);
  rows.put('systemuser', id, { ...userRow(user), ...stamps });
  rows.put('usersettings', id, { ...settingsRow(user), ...stamps });
  rows.join('teammembership', { teamid: teamId, systemuserid: id });
  for (const role of user.roles) {
    const roleId = platformRoleIds[role];
    if (roleId !== undefined) rows.join('systemuserroles', { systemuserid: id, roleid: roleId });
  }
}

/** Fills an empty organization: business unit, currencies, roles, users. The first user counts as its creator. */
export function createOrganizationRows(
  rows: PlatformRows,
  catalog: Catalog,
  users: readonly SandboxUser[],
  now: Date,
): void {
  const creator = userId(users[0]?.signInName ?? 'system');
  const stamp: WriteStamp = { userId: creator, organizationId, now: now.toISOString() };
  const byCreator = reference('systemuser', creator);
  const stamps: Row = { createdon: stamp.now, createdby: byCreator, modifiedon: stamp.now, modifiedby: byCreator };
  const owned = { ...stamps, organizationid: reference('organization', organizationId) };
  const teamId = stableId('team', rootBusinessUnitId);

  rows.put('organization', organizationId, { ...organizationRow(), ...stamps });
  rows.put('businessunit', rootBusinessUnitId, {
    businessunitid: rootBusinessUnitId,
    name: organizationUniqueName,
    isdisabled: false,
    transactioncurrencyid: reference('transactioncurrency', baseCurrencyId),
    ...owned,
  });
  for (const currency of currencies) {
    const id = stableId('transactioncurrency', currency.code);
    rows.put('transactioncurrency', id, {
      transactioncurrencyid: id,
      isocurrencycode: currency.code,
      currencyname: currency.name,
      currencysymbol: currency.symbol,
      currencyprecision: currency.precision,
      exchangerate: currency.perBaseUnit,
      currencytype: 0,
      statecode: 0,
      statuscode: 1,
      ...owned,
    });
  }
  rows.put('team', teamId, {
    teamid: teamId,
    name: organizationUniqueName,
    teamtype: 0,
    isdefault: true,
    systemmanaged: true,
    businessunitid: reference('businessunit', rootBusinessUnitId),
    administratorid: byCreator,
    ...stamps,
  });
  mirrorComponents(rows, undefined, catalog, rootBusinessUnitId, stamp);
  for (const user of users) addUser(rows, user, teamId, stamps);
}

/** Gives the users those roles of theirs that a solution has brought meanwhile. Roles that do not exist are passed over. */
export function assignNamedRoles(rows: PlatformRows, catalog: Catalog, users: readonly SandboxUser[]): void {
  for (const user of users) {
    for (const role of catalog.roles.values()) {
      if (user.roles.includes(role.name)) {
        rows.join('systemuserroles', { systemuserid: userId(user.signInName), roleid: role.id });
      }
    }
  }
}
