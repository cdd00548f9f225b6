import { customizable, solutionId, text, type ComponentRow, type ComponentSource } from './componentRow';

/** Web resources, custom controls and environment variable definitions. */
export function contentRows(organization: ComponentSource): ComponentRow[] {
  const webResources = [...organization.catalog.webResources.values()].map((resource): ComponentRow => ({
    table: 'webresource',
    id: resource.id,
    values: {
      webresourceid: resource.id,
      name: resource.name,
      displayname: resource.displayName,
      description: resource.description,
      webresourcetype: resource.type,
      languagecode: resource.languageCode ?? null,
      content: Buffer.from(resource.content).toString('base64'),
      dependencyxml: resource.dependencyXml,
      ismanaged: resource.isManaged,
      solutionid: solutionId(organization.catalog, resource.solution),
      ...customizable,
    },
  }));
  const controls = [...organization.catalog.customControls.values()].map((control): ComponentRow => ({
    table: 'customcontrol',
    id: control.id,
    values: {
      customcontrolid: control.id,
      name: control.name,
      version: control.version,
      manifest: control.manifestXml,
      ismanaged: control.isManaged,
      solutionid: solutionId(organization.catalog, control.solution),
      componentstate: 0,
    },
  }));
  const variables = [...organization.catalog.environmentVariables.values()].map((variable): ComponentRow => ({
    table: 'environmentvariabledefinition',
    id: variable.id,
    values: {
      environmentvariabledefinitionid: variable.id,
      schemaname: variable.schemaName,
      displayname: text(variable.names),
      description: text(variable.descriptions),
      type: variable.type,
      defaultvalue: variable.defaultValue ?? null,
      isrequired: variable.isRequired,
      solutionid: solutionId(organization.catalog, variable.solution),
      statecode: 0,
      statuscode: 1,
    },
  }));
  return [...webResources, ...controls, ...variables];
}
