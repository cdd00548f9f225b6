import type { SolutionModel, TableComponent } from '../solution/readModel';
import { textAt, type XmlElement } from '../xml/element';
import { kindOfFinding, type Finding, type Place } from './finding';

const viewUnknown = kindOfFinding('subgrid-view-unknown', 'The list on the form stays empty with an error.');
const relationshipUnknown = kindOfFinding('subgrid-relationship-unknown', 'The list would show rows of every record.');
const relationshipEnds = kindOfFinding('subgrid-relationship-ends', 'The list cannot be narrowed to the record.');
const tableUnknown = kindOfFinding('subgrid-table-unknown', 'The list on the form stays empty with an error.');

/**
 * What a subgrid or a control's data set lists: rows of a table that exists, by a view of that table, over a
 * relationship between it and the form's table. Views and relationships of Microsoft's own are not known here.
 * @param parameters the element that holds ViewId, RelationshipName and TargetEntityType
 */
export function checkRowList(
  model: SolutionModel,
  form: TableComponent,
  place: XmlElement,
  parameters: XmlElement | undefined,
): Finding[] {
  const at = { file: form.file, element: place };
  const target = textAt(parameters, 'TargetEntityType');
  const isMissing = isOwn(model, target) && !model.tables.some((table) => table.logicalName === target);
  return [
    ...(isMissing ? [tableUnknown(at, `Table ${target} is not in the solution.`, 'Correct TargetEntityType.')] : []),
    ...checkView(model, at, target, textAt(parameters, 'ViewId').toLowerCase()),
    ...checkRelationship(model, form, at, target, textAt(parameters, 'RelationshipName')),
  ];
}

function checkView(model: SolutionModel, at: Place, target: string, id: string): Finding[] {
  const view = model.views.find((known) => known.id.toLowerCase() === id);
  if (view === undefined && !isOwn(model, target)) return [];
  if (view?.table === target) return [];
  const what = view === undefined ? `${target} has no view ${id}.` : `View ${id} shows ${view.table}, not ${target}.`;
  return [viewUnknown(at, what, `Name one of the views of ${target}.`)];
}

function checkRelationship(
  model: SolutionModel,
  form: TableComponent,
  at: Place,
  target: string,
  name: string,
): Finding[] {
  const relationship = model.relationships.find((known) => known.name === name);
  if (relationship === undefined) {
    if (!isOwn(model, name)) return [];
    return [relationshipUnknown(at, `Relationship ${name} is not described.`, 'Correct RelationshipName.')];
  }
  const ends = [relationship.referencedTable, relationship.referencingTable].map((table) => table.toLowerCase());
  if (ends[0] === form.table && ends[1] === target) return [];
  const what = `${name} leads from ${ends.join(' to ')}, the list from ${form.table} to ${target}.`;
  return [relationshipEnds(at, what, 'Name a relationship between the two.')];
}

function isOwn(model: SolutionModel, name: string): boolean {
  return name.startsWith(`${model.identity.prefix}_`);
}
