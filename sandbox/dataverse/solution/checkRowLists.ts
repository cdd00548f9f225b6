import type { ImportContext } from './draft';
import { textOf, type Element } from './xml';
import type { Form } from '../metadata/components';
import { parseGuid } from '../metadata/identifiers';
import type { Relationship } from '../metadata/relationships';

/**
 * What keeps a grid or a control's data set from listing rows: its table, its view and the relationship from the
 * form's table must exist and belong together. Undefined when nothing does.
 * @param parameters holds TargetEntityType, RelationshipName and ViewId
 */
export function rowListFault(context: ImportContext, form: Form, parameters: Element | undefined): string | undefined {
  const target = textOf(parameters, 'TargetEntityType');
  if (target === undefined) return undefined;
  if (!context.draft.tables.has(target)) return `a grid shows the table ${target}, which does not exist`;
  return relationshipFault(context, form, target, textOf(parameters, 'RelationshipName')) ?? viewFault(context, target, parameters);
}

function relationshipFault(context: ImportContext, form: Form, target: string, name: string | undefined): string | undefined {
  if (name === undefined || name === '') return undefined;
  const relationship = context.draft.relationships.get(name);
  if (!relationship) return `a grid follows the relationship ${name}, which does not exist`;
  if (leads(relationship, form.table, target)) return undefined;
  return `a grid follows the relationship ${name}, which does not lead from ${form.table} to ${target}`;
}

function leads(relationship: Relationship, from: string, to: string): boolean {
  if (relationship.kind === 'oneToMany') return relationship.referencedTable === from && relationship.referencingTable === to;
  const { firstTable, secondTable } = relationship;
  return (firstTable === from && secondTable === to) || (secondTable === from && firstTable === to);
}

function viewFault(context: ImportContext, target: string, parameters: Element | undefined): string | undefined {
  const id = parseGuid(textOf(parameters, 'ViewId') ?? '');
  if (id === undefined) return undefined;
  const view = context.draft.views.get(id);
  if (!view) return `a grid uses the view ${id}, which does not exist`;
  return view.table === target ? undefined : `a grid of ${target} uses the view ${id}, which shows ${view.table}`;
}
