import { mayHaveColumn, type SolutionModel, type TableComponent } from '../solution/readModel';
import { attributeOf, childrenOf, descendantsOf, elementAt, type XmlElement } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

const columnUnknown = kindOfFinding('view-column-unknown', 'The import stops, or the view fails when it is opened.');
const notFetched = kindOfFinding('view-column-not-fetched', 'The column of the view stays empty.');
const tableMismatch = kindOfFinding('view-table', 'A view shows rows of its own table only.');

/** The columns that a view fetches, filters by, sorts by and shows exist, and what it shows is fetched. */
export function checkViews({ model }: Subject): Finding[] {
  return model.views.flatMap((view) => {
    const entity = elementAt(view.element, 'fetchxml', 'fetch', 'entity');
    const name = attributeOf(entity, 'name');
    if (entity === undefined || name !== view.table) {
      const place = { file: view.file, element: entity };
      return [tableMismatch(place, `It fetches ${name || 'nothing'}, its table is ${view.table}.`, 'Fetch the table.')];
    }
    return [...checkFetch(model, view, entity, name), ...checkLayout(model, view, entity)];
  });
}

function checkFetch(model: SolutionModel, view: TableComponent, entity: XmlElement, table: string): Finding[] {
  const unknown = (element: XmlElement, column: string, owner: string): Finding[] =>
    column === '' || mayHaveColumn(model, owner, column)
      ? []
      : [
          columnUnknown(
            { file: view.file, element },
            `${owner} has no column ${column}.`,
            'Correct the name, or add the column.',
          ),
        ];
  return entity.children.flatMap((child): Finding[] => {
    switch (child.name) {
      case 'attribute':
        return unknown(child, attributeOf(child, 'name'), table);
      case 'order':
        return unknown(child, attributeOf(child, 'attribute'), table);
      case 'filter':
        return descendantsOf(child, 'condition').flatMap((condition) =>
          attributeOf(condition, 'entityname') === ''
            ? unknown(condition, attributeOf(condition, 'attribute'), table)
            : [],
        );
      case 'link-entity': {
        const linked = attributeOf(child, 'name');
        return [
          ...unknown(child, attributeOf(child, 'to'), table),
          ...unknown(child, attributeOf(child, 'from'), linked),
          ...checkFetch(model, view, child, linked),
        ];
      }
      default:
        return [];
    }
  });
}

function checkLayout(model: SolutionModel, view: TableComponent, entity: XmlElement): Finding[] {
  const fetched = new Set(childrenOf(entity, 'attribute').map((element) => attributeOf(element, 'name')));
  const links = descendantsOf(entity, 'link-entity');
  for (const link of links) {
    for (const element of childrenOf(link, 'attribute'))
      fetched.add(`${attributeOf(link, 'alias')}.${attributeOf(element, 'name')}`);
  }
  const everything = entity.children.some((child) => child.name === 'all-attributes');
  return descendantsOf(elementAt(view.element, 'layoutxml'), 'cell').flatMap((cell) => {
    const name = attributeOf(cell, 'name');
    if (!name.includes('.') && !mayHaveColumn(model, view.table, name)) {
      return [
        columnUnknown({ file: view.file, element: cell }, `${view.table} has no column ${name}.`, 'Correct the cell.'),
      ];
    }
    if (everything || fetched.has(name)) return [];
    return [
      notFetched(
        { file: view.file, element: cell },
        `${name} is shown but not fetched.`,
        'Add an attribute to the fetch.',
      ),
    ];
  });
}
