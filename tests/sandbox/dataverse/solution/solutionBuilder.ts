import JSZip from 'jszip';

/** What a small solution of a test consists of. Everything has a default that imports. */
export interface SolutionSketch {
  readonly uniqueName?: string;
  readonly version?: string;
  readonly managed?: boolean;
  readonly publisher?: string;
  readonly prefix?: string;
  /** `type/key` or `type/key/behavior`, e.g. `1/tst_ship` or `61/tst_script.js`. */
  readonly roots?: readonly string[];
  /** Required elements of MissingDependencies. */
  readonly requires?: readonly string[];
  readonly entities?: string;
  readonly relationships?: string;
  readonly roles?: string;
  readonly optionSets?: string;
  readonly webResources?: string;
  readonly controls?: string;
  readonly siteMaps?: string;
  readonly apps?: string;
  readonly ribbon?: string;
  /** Further elements of customizations.xml. */
  readonly more?: string;
  readonly parts?: Readonly<Record<string, string>>;
}

function guidOrName(key: string): string {
  return /^[0-9a-f-]{36}$/u.test(key) ? `id="{${key}}"` : `schemaName="${key}"`;
}

function root(text: string): string {
  const [type = '', ...rest] = text.split('/');
  const behavior = /^[012]$/u.test(rest.at(-1) ?? '') ? rest.pop() : '0';
  return `<RootComponent type="${type}" ${guidOrName(rest.join('/'))} behavior="${behavior}" />`;
}

export function solutionXml(sketch: SolutionSketch): string {
  const roots = (sketch.roots ?? []).map(root).join('');
  const requires = (sketch.requires ?? []).map((each) => `<MissingDependency>${each}</MissingDependency>`).join('');
  return (
    '<ImportExportXml version="9.1.0.643" SolutionPackageVersion="9.1" languagecode="1033" generatedBy="CrmLive">' +
    `<SolutionManifest><UniqueName>${sketch.uniqueName ?? 'Harbour'}</UniqueName>` +
    '<LocalizedNames><LocalizedName description="Harbour" languagecode="1033" /></LocalizedNames><Descriptions />' +
    `<Version>${sketch.version ?? '1.0.0.0'}</Version><Managed>${sketch.managed ? '1' : '0'}</Managed>` +
    `<Publisher><UniqueName>${sketch.publisher ?? 'harbourmaster'}</UniqueName><LocalizedNames /><Descriptions />` +
    `<CustomizationPrefix>${sketch.prefix ?? 'tst'}</CustomizationPrefix>` +
    '<CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix><Addresses /></Publisher>' +
    `<RootComponents>${roots}</RootComponents><MissingDependencies>${requires}</MissingDependencies>` +
    '</SolutionManifest></ImportExportXml>'
  );
}

export function customizationsXml(sketch: SolutionSketch): string {
  return (
    `<ImportExportXml><Entities>${sketch.entities ?? ''}</Entities><Roles>${sketch.roles ?? ''}</Roles><Workflows />` +
    `<RibbonDiffXml>${sketch.ribbon ?? ''}</RibbonDiffXml>` +
    `<EntityMaps /><EntityRelationships>${sketch.relationships ?? ''}</EntityRelationships>` +
    `<optionsets>${sketch.optionSets ?? ''}</optionsets><WebResources>${sketch.webResources ?? ''}</WebResources>` +
    `<CustomControls>${sketch.controls ?? ''}</CustomControls>` +
    `<AppModuleSiteMaps>${sketch.siteMaps ?? ''}</AppModuleSiteMaps><AppModules>${sketch.apps ?? ''}</AppModules>` +
    `${sketch.more ?? ''}<Languages><Language>1033</Language></Languages></ImportExportXml>`
  );
}

export const contentTypesXml =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  ['xml', 'js', 'css', 'resx', 'svg', 'json', 'xaml']
    .map((extension) => `<Default Extension="${extension}" ContentType="application/octet-stream" />`)
    .join('') +
  '</Types>';

/** Packs parts into a zip as they are. */
export async function packParts(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Packs a solution zip. */
export async function packSolution(sketch: SolutionSketch): Promise<Uint8Array> {
  return packParts({
    'solution.xml': solutionXml(sketch),
    'customizations.xml': customizationsXml(sketch),
    '[Content_Types].xml': contentTypesXml,
    ...sketch.parts,
  });
}

/** An `attribute` element. */
export function column(schemaName: string, type: string, more = '', mask = 'ValidForAdvancedFind'): string {
  const name = schemaName.toLowerCase();
  return (
    `<attribute PhysicalName="${schemaName}"><Type>${type}</Type><Name>${name}</Name><LogicalName>${name}</LogicalName>` +
    `<RequiredLevel>none</RequiredLevel><DisplayMask>${mask}</DisplayMask><ValidForUpdateApi>1</ValidForUpdateApi>` +
    '<ValidForReadApi>1</ValidForReadApi><ValidForCreateApi>1</ValidForCreateApi><IsCustomField>1</IsCustomField>' +
    `${more}<displaynames><displayname description="${schemaName}" languagecode="1033" /></displaynames></attribute>`
  );
}

export const text = (schemaName: string, maximum = 100): string =>
  column(schemaName, 'nvarchar', `<Format>text</Format><MaxLength>${maximum}</MaxLength>`);

export interface TableSketch {
  readonly ownership?: 'UserOwned' | 'OrgOwned';
  readonly columns?: string;
  readonly keys?: string;
  readonly forms?: string;
  readonly views?: string;
  readonly ribbon?: string;
  readonly extra?: string;
}

/** An `Entity` of a table of its own, e.g. `table('tst_Ship')`: `tst_shipid` and `tst_name` are there always. */
export function table(schemaName: string, sketch: TableSketch = {}): string {
  const logicalName = schemaName.toLowerCase();
  return (
    `<Entity><Name LocalizedName="${schemaName}" OriginalName="${schemaName}">${schemaName}</Name>` +
    `<EntityInfo><entity Name="${schemaName}">` +
    `<LocalizedNames><LocalizedName description="${schemaName}" languagecode="1033" /></LocalizedNames>` +
    `<attributes>${column(`${schemaName}Id`, 'primarykey').replace('<IsCustomField>1', '<IsCustomField>0')}` +
    `${column('tst_Name', 'nvarchar', '<MaxLength>100</MaxLength>', 'PrimaryName|ValidForAdvancedFind')}${sketch.columns ?? ''}</attributes>` +
    `<EntityKeys>${sketch.keys ?? ''}</EntityKeys><EntitySetName>${logicalName}s</EntitySetName>` +
    `<OwnershipTypeMask>${sketch.ownership ?? 'UserOwned'}</OwnershipTypeMask></entity></EntityInfo>` +
    `<FormXml>${sketch.forms ?? ''}</FormXml><SavedQueries><savedqueries>${sketch.views ?? ''}</savedqueries></SavedQueries>` +
    `<RibbonDiffXml>${sketch.ribbon ?? ''}</RibbonDiffXml>${sketch.extra ?? ''}</Entity>`
  );
}

/** An `Entity` that adds to a table which exists, e.g. `extension('Account', ...)`. */
export function extension(schemaName: string, sketch: Pick<TableSketch, 'columns' | 'forms' | 'views' | 'keys'>): string {
  return (
    `<Entity><Name LocalizedName="${schemaName}" OriginalName="${schemaName}">${schemaName}</Name>` +
    `<EntityInfo><entity Name="${schemaName}"><attributes>${sketch.columns ?? ''}</attributes>` +
    `<EntityKeys>${sketch.keys ?? ''}</EntityKeys></entity></EntityInfo>` +
    `<FormXml>${sketch.forms ?? ''}</FormXml><SavedQueries><savedqueries>${sketch.views ?? ''}</savedqueries></SavedQueries></Entity>`
  );
}

export function key(schemaName: string, ...columns: readonly string[]): string {
  const names = columns.map((each) => `<AttributeName>${each}</AttributeName>`).join('');
  return `<EntityKey><Name>${schemaName}</Name><LogicalName>${schemaName.toLowerCase()}</LogicalName><EntityKeyAttributes>${names}</EntityKeyAttributes></EntityKey>`;
}

export function lookup(name: string, referencing: string, attribute: string, referenced: string, cascadeDelete = 'RemoveLink'): string {
  return (
    `<EntityRelationship Name="${name}"><EntityRelationshipType>OneToMany</EntityRelationshipType>` +
    `<ReferencingEntityName>${referencing}</ReferencingEntityName><ReferencedEntityName>${referenced}</ReferencedEntityName>` +
    `<CascadeAssign>NoCascade</CascadeAssign><CascadeDelete>${cascadeDelete}</CascadeDelete>` +
    `<ReferencingAttributeName>${attribute}</ReferencingAttributeName><EntityRelationshipRoles>` +
    `<EntityRelationshipRole><NavigationPropertyName>${attribute}</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole>` +
    `<EntityRelationshipRole><NavigationPropertyName>${name}</NavigationPropertyName><RelationshipRoleType>0</RelationshipRoleType></EntityRelationshipRole>` +
    '</EntityRelationshipRoles></EntityRelationship>'
  );
}

export function role(id: string, name: string, privileges: Readonly<Record<string, string>>): string {
  const items = Object.entries(privileges).map(([privilege, level]) => `<RolePrivilege name="${privilege}" level="${level}" />`);
  return `<Role id="{${id}}" name="${name}" isinherited="1"><RolePrivileges>${items.join('')}</RolePrivileges></Role>`;
}

export function webResource(id: string, name: string, fileName = `/WebResources/${name}`): string {
  return (
    `<WebResource><WebResourceId>{${id}}</WebResourceId><Name>${name}</Name><DisplayName>${name}</DisplayName>` +
    `<WebResourceType>3</WebResourceType><FileName>${fileName}</FileName></WebResource>`
  );
}

export function view(id: string, tableName: string, columns: readonly string[]): string {
  const attributes = columns.map((each) => `<attribute name="${each}" />`).join('');
  const cells = columns.map((each) => `<cell name="${each}" width="100" />`).join('');
  return (
    `<savedquery><savedqueryid>{${id}}</savedqueryid><isdefault>1</isdefault><querytype>0</querytype>` +
    `<layoutxml><grid name="resultset"><row name="result" id="${tableName}id">${cells}</row></grid></layoutxml>` +
    `<fetchxml><fetch><entity name="${tableName}">${attributes}</entity></fetch></fetchxml>` +
    '<LocalizedNames><LocalizedName description="Ships at sea" languagecode="1033" /><LocalizedName description="Schiffe auf See" languagecode="1031" /></LocalizedNames></savedquery>'
  );
}

export const textClass = '4273EDBD-AC1D-40d3-9FB2-095C621B552D';

/** A main form with one cell per column; `more` goes into the `form` element. */
export function form(id: string, columns: readonly string[], more = '', cellIds?: readonly string[]): string {
  const rows = columns.map(
    (each, index) =>
      `<row><cell id="{${cellIds?.[index] ?? `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`}}">` +
      `<control id="${each}" classid="{${textClass}}" datafieldname="${each}" uniqueid="{11111111-0000-4000-8000-${String(index).padStart(12, '0')}}" /></cell></row>`,
  );
  return (
    `<forms type="main"><systemform><formid>{${id}}</formid><FormActivationState>1</FormActivationState>` +
    `<form><tabs><tab name="t"><columns><column width="100%"><sections><section name="s"><rows>${rows.join('')}</rows></section></sections></column></columns></tab></tabs>${more}</form>` +
    '<LocalizedNames><LocalizedName description="Ship" languagecode="1033" /></LocalizedNames></systemform></forms>'
  );
}

/** A custom control's parts and its `CustomControl` element. */
export function control(name: string, properties: string, prefix = 'tst'): { readonly element: string; readonly parts: Readonly<Record<string, string>> } {
  const [namespace = '', constructor = ''] = name.split('.');
  const folder = `Controls/${prefix}_${name}`;
  return {
    element: `<CustomControl><Name>${prefix}_${name}</Name><FileName>/${folder}/ControlManifest.xml</FileName></CustomControl>`,
    parts: {
      [`${folder}/ControlManifest.xml`]:
        `<manifest><control namespace="${namespace}" constructor="${constructor}" version="1.2.3" control-type="virtual">` +
        `${properties}<resources><code path="bundle.js" order="1" /><resx path="strings/texts.1033.resx" version="1.0.0" /></resources>` +
        '</control></manifest>',
      [`${folder}/bundle.js`]: 'var ship = 1;',
      [`${folder}/strings/texts.1033.resx`]: '<root />',
    },
  };
}
