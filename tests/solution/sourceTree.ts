import { join } from 'node:path';
import { readFileTree } from '../../tools/files/fileTree';
import { attributeOf, childOf, childrenOf, descendantsOf, textAt, type XmlElement } from '../../tools/xml/element';
import { parseXml } from '../../tools/xml/parse';

const folder = join(__dirname, '../../solution');
const decoder = new TextDecoder();

/** The text files of solution/: path from there -> content. */
export const sourceTexts: ReadonlyMap<string, string> = new Map(
  [...readFileTree(folder)].map(([path, content]) => [path, decoder.decode(content)]),
);

/** The XML files of solution/: path from there -> root element. */
export const sourceDocuments: ReadonlyMap<string, XmlElement> = new Map(
  [...sourceTexts].filter(([path]) => path.endsWith('.xml')).map(([path, text]) => [path, parseXml(text, path)]),
);

/** One XML file of solution/. */
export function sourceDocument(path: string): XmlElement {
  const document = sourceDocuments.get(path);
  if (document === undefined) throw new Error(`solution/${path} does not exist`);
  return document;
}

/** The XML files whose path starts so. */
export function sourceDocumentsBelow(prefix: string): XmlElement[] {
  return [...sourceDocuments].filter(([path]) => path.startsWith(prefix)).map(([, document]) => document);
}

/** The `entity` element of a table, by schema name. */
export function tableOf(schemaName: string): XmlElement {
  const entity = descendantsOf(sourceDocument(`Entities/${schemaName}/Entity.xml`), 'entity')[0];
  if (entity === undefined) throw new Error(`${schemaName} has no entity element`);
  return entity;
}

/** The columns of a table: logical name -> `attribute` element. */
export function columnsOf(schemaName: string): Map<string, XmlElement> {
  const attributes = childrenOf(childOf(tableOf(schemaName), 'attributes'), 'attribute');
  return new Map(attributes.map((attribute) => [textAt(attribute, 'LogicalName'), attribute]));
}

/** The `savedquery` elements of a table. */
export function viewsOf(schemaName: string): XmlElement[] {
  return sourceDocumentsBelow(`Entities/${schemaName}/SavedQueries/`).flatMap((file) =>
    childrenOf(file, 'savedquery'),
  );
}

/** The only main form of a table: its `systemform` element. */
export function mainFormOf(schemaName: string): XmlElement {
  const forms = sourceDocumentsBelow(`Entities/${schemaName}/FormXml/main/`).flatMap((file) =>
    childrenOf(file, 'systemform'),
  );
  const form = forms[0];
  if (form === undefined || forms.length > 1) throw new Error(`${schemaName} has ${forms.length} main forms`);
  return form;
}

/** An element's English text among `<x description="" languagecode="" />` siblings. */
export function englishOf(group: XmlElement | undefined): string {
  const english = group?.children.find((label) => attributeOf(label, 'languagecode') === '1033');
  return attributeOf(english, 'description');
}

/** Schema names of the tables that the solution owns. */
export const ownTables = [
  'bci_Connection',
  'bci_Customer',
  'bci_Item',
  'bci_ItemAvailability',
  'bci_Location',
  'bci_OpenInvoice',
  'bci_RefreshRequest',
  'bci_Salesperson',
  'bci_SyncProblem',
  'bci_SyncRun',
] as const;

/** Schema names of Microsoft's tables that the solution extends. */
export const extendedTables = ['Account', 'Product', 'Quote', 'QuoteDetail'] as const;
