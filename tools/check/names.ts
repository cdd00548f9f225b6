import type { SolutionModel } from '../solution/readModel';
import { attributeOf, descendantsOf, type XmlElement } from '../xml/element';
import { kindOfFinding, type Finding, type Place } from './finding';
import type { Subject } from './subject';

const withoutPrefix = kindOfFinding(
  'name-without-prefix',
  "Dataverse refuses components without their publisher's prefix.",
);
const reserved = kindOfFinding(
  'reserved-name',
  "Names beginning nav_ belong to Microsoft: its Business Central virtual tables and its site maps' entries.",
);
const optionRange = kindOfFinding(
  'option-value-range',
  "Values outside the publisher's range collide with those of other solutions.",
);

/** Every component of our own carries our prefix, none carries Microsoft's, and choices use our range of values. */
export function checkNames({ model }: Subject): Finding[] {
  return [
    ...ownNames(model).flatMap(({ name, place }) => checkName(model, name, place)),
    ...siteMapEntries(model).flatMap(({ name, place }) => checkReserved(model, name, place)),
    ...checkOptionValues(model),
  ];
}

function checkName(model: SolutionModel, name: string, place: Place): Finding[] {
  const findings = checkReserved(model, name, place);
  const prefix = `${model.identity.prefix}_`;
  return findings.length > 0 || name.startsWith(prefix)
    ? findings
    : [withoutPrefix(place, `${name} does not begin with ${prefix}.`, `Begin it with ${prefix}.`)];
}

function checkReserved(model: SolutionModel, name: string, place: Place): Finding[] {
  if (!name.toLowerCase().startsWith('nav_')) return [];
  return [reserved(place, `${name} begins with nav_.`, `Begin it with ${model.identity.prefix}_.`)];
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

/** Dataverse asks no prefix of these: they only have to differ from Microsoft's. */
function siteMapEntries(model: SolutionModel): Named[] {
  return model.siteMaps.flatMap(({ file, element: siteMap }) =>
    ['Area', 'Group', 'SubArea'].flatMap((kind) =>
      descendantsOf(siteMap, kind).map((element) => ({ name: attributeOf(element, 'Id'), place: { file, element } })),
    ),
  );
}

function ownNames(model: SolutionModel): Named[] {
  const names: Named[] = [];
  const add = (name: string, file: string, element?: XmlElement): void =>
    void names.push({ name, place: { file, element } });
  for (const table of model.tables) {
    if (table.ownership !== undefined) add(table.schemaName, table.file);
    for (const column of table.columns) if (column.custom) add(column.schemaName, table.file, column.element);
    for (const key of table.keys) add(key.schemaName, table.file);
  }
  for (const relationship of model.relationships) {
    if (isSystemRelationship(model, relationship.referencingTable, relationship.referencingColumn)) continue;
    add(relationship.name, relationship.file, relationship.element);
  }
  const named = [...model.choices, ...model.webResources, ...model.controls, ...model.siteMaps, ...model.apps];
  for (const component of named) add(component.name, component.file, component.element);
  return names;
}

/** Relationships of system columns are named by the platform: lk_..., owner_..., business_unit_... */
function isSystemRelationship(model: SolutionModel, table: string, column: string): boolean {
  const definition = model.tables
    .find((candidate) => candidate.schemaName === table)
    ?.columns.find((candidate) => candidate.schemaName.toLowerCase() === column.toLowerCase());
  return definition?.custom === false;
}

function checkOptionValues(model: SolutionModel): Finding[] {
  const optionPrefix = descendantsOf(model.manifest.element, 'CustomizationOptionValuePrefix')[0]?.text.trim() ?? '';
  const first = Number(optionPrefix) * 10_000;
  return model.tables.flatMap((table) =>
    table.columns
      .filter((column) => column.type === 'picklist')
      .flatMap((column) => descendantsOf(column.element, 'option'))
      .filter((option) => !isWithin(Number(attributeOf(option, 'value')), first))
      .map((element) =>
        optionRange(
          { file: table.file, element },
          `Value ${attributeOf(element, 'value')} is not one of ours.`,
          `Use ${first} to ${first + 9999}.`,
        ),
      ),
  );
}

function isWithin(value: number, first: number): boolean {
  return value >= first && value < first + 10_000;
}
