import type { ComponentRow, ComponentSource } from './componentRow';
import { stableId } from '../../metadata/identifiers';

/** Messages on which a processing step can be registered, and that the sandbox raises. */
const tableMessages = ['Create', 'Update', 'Delete'];

/** The messages, and for each table the filter that a processing step names. */
export function messageRows(organization: ComponentSource): ComponentRow[] {
  return tableMessages.flatMap((name) => {
    const id = stableId('sdkmessage', name);
    const message: ComponentRow = {
      table: 'sdkmessage',
      id,
      values: { sdkmessageid: id, name, isactive: true, isprivate: false, isvalidforexecuteasync: true },
    };
    const filters = [...organization.catalog.tables.values()]
      .filter((table) => !table.isIntersect)
      .map((table): ComponentRow => {
        const filterId = stableId('sdkmessagefilter', name, table.logicalName);
        const values = {
          sdkmessagefilterid: filterId,
          sdkmessageid: { table: 'sdkmessage', id },
          primaryobjecttypecode: table.logicalName,
          secondaryobjecttypecode: 'none',
          iscustomprocessingstepallowed: true,
          isvisible: true,
        };
        return { table: 'sdkmessagefilter', id: filterId, values };
      });
    return [message, ...filters];
  });
}
