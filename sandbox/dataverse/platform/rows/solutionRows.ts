import { text, type ComponentRow, type ComponentSource } from './componentRow';
import { componentTypes, rootComponentId } from '../../metadata/componentTypes';
import type { SolutionRecord } from '../../metadata/components';
import { stableId } from '../../metadata/identifiers';
import type { Row, RowValue } from '../../metadata/rows';

/** A solution, its publisher and its components. */
export function solutionRows(organization: ComponentSource, solution: SolutionRecord): ComponentRow[] {
  const publisher = organization.catalog.publishers.get(solution.publisher);
  const publisherReference: RowValue = publisher ? { table: 'publisher', id: publisher.id } : null;
  const own: ComponentRow = {
    table: 'solution',
    id: solution.id,
    values: {
      solutionid: solution.id,
      uniquename: solution.uniqueName,
      friendlyname: text(solution.names) ?? solution.uniqueName,
      description: text(solution.descriptions),
      version: solution.version,
      ismanaged: solution.isManaged,
      isvisible: true,
      publisherid: publisherReference,
    },
  };
  const publisherRows: ComponentRow[] = publisher
    ? [
        {
          table: 'publisher',
          id: publisher.id,
          values: {
            publisherid: publisher.id,
            uniquename: publisher.uniqueName,
            friendlyname: text(publisher.names) ?? publisher.uniqueName,
            customizationprefix: publisher.prefix,
            customizationoptionvalueprefix: publisher.optionValuePrefix,
            isreadonly: false,
          },
        },
      ]
    : [];
  const components = solution.components.flatMap((component): ComponentRow[] => {
    const objectId = rootComponentId(organization.catalog, component.type, component.key);
    if (objectId === undefined) return [];
    const id = stableId('solutioncomponent', solution.id, String(component.type), objectId);
    const values: Row = {
      solutioncomponentid: id,
      componenttype: component.type,
      objectid: objectId,
      rootcomponentbehavior: component.behavior,
      ismetadata: component.type === componentTypes.table || component.type === componentTypes.optionSet,
      solutionid: { table: 'solution', id: solution.id },
    };
    return [{ table: 'solutioncomponent', id, values }];
  });
  return [own, ...publisherRows, ...components];
}
