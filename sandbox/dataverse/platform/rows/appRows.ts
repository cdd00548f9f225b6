import { solutionId, text, type ComponentRow, type ComponentSource } from './componentRow';
import { componentTypes, rootComponentId } from '../../metadata/componentTypes';
import type { AppModule } from '../../metadata/components';
import { stableId } from '../../metadata/identifiers';
import type { Row } from '../../metadata/rows';

/** An app with its components, roles and site map. */
export function appRows(organization: ComponentSource, app: AppModule): ComponentRow[] {
  const own: ComponentRow = {
    table: 'appmodule',
    id: app.id,
    values: {
      appmoduleid: app.id,
      appmoduleidunique: app.id,
      name: text(app.names),
      uniquename: app.uniqueName,
      description: text(app.descriptions),
      clienttype: 4,
      formfactor: 1,
      webresourceid: app.webResourceId ?? null,
      ismanaged: app.isManaged,
      solutionid: solutionId(organization.catalog, app.solution),
      statecode: 0,
      statuscode: 1,
      componentstate: 0,
    },
  };
  const components = app.components.flatMap((component): ComponentRow[] => {
    const objectId = component.id ?? rootComponentId(organization.catalog, component.type, component.schemaName ?? '');
    if (objectId === undefined) return [];
    const id = stableId('appmodulecomponent', app.id, String(component.type), objectId);
    const values: Row = {
      appmodulecomponentid: id,
      appmoduleidunique: { table: 'appmodule', id: app.id },
      componenttype: component.type,
      objectid: objectId,
    };
    return [{ table: 'appmodulecomponent', id, values }];
  });
  const roles = app.roleIds.map((roleId): ComponentRow => {
    const id = stableId('appmodulerole', app.id, roleId);
    return { table: 'appmoduleroles', id, values: { appmoduleroleid: id, appmoduleid: app.id, roleid: roleId } };
  });
  const maps = app.components
    .filter((component) => component.type === componentTypes.siteMap)
    .flatMap((component) => siteMapRow(organization, component.schemaName ?? ''));
  return [own, ...components, ...roles, ...maps];
}

function siteMapRow(organization: ComponentSource, uniqueName: string): ComponentRow[] {
  const siteMap = organization.catalog.siteMaps.get(uniqueName);
  if (!siteMap) return [];
  const id = stableId('sitemap', uniqueName);
  const values: Row = {
    sitemapid: id,
    sitemapname: text(siteMap.names),
    sitemapnameunique: uniqueName,
    sitemapxml: siteMap.xml,
    isappaware: true,
    solutionid: solutionId(organization.catalog, siteMap.solution),
  };
  return [{ table: 'sitemap', id, values }];
}
