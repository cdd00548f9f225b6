import type { FileTree } from '../files/fileTree';
import { attributeOf, childOf, childrenOf, elementAt, textAt, type XmlElement } from '../xml/element';
import { parseXml } from '../xml/parse';

/** One value of a choice column, with its label in the base language. */
export interface ChoiceOption {
  readonly value: number;
  readonly label: string;
}

export interface Column {
  /** Name with capitals, as written in PhysicalName: `bci_ConnectionId`. */
  readonly schemaName: string;
  readonly logicalName: string;
  /** The Type element: nvarchar, decimal, lookup, primarykey, ... */
  readonly type: string;
  readonly required: boolean;
  /** One of a solution's own columns, not of the platform's. */
  readonly custom: boolean;
  /** Callers may set it when they create or update a row. */
  readonly writable: boolean;
  /** Label in the base language. */
  readonly label: string;
  readonly maxLength: number | undefined;
  /** Values of a choice, state or status column that carries its own option set; else empty. */
  readonly options: readonly ChoiceOption[];
  readonly element: XmlElement;
}

export interface AlternateKey {
  readonly schemaName: string;
  readonly logicalName: string;
  readonly columns: readonly string[];
}

/** A table as its Entity.xml describes it. */
export interface Table {
  readonly file: string;
  /** Name with capitals: `bci_Customer`, `Account`. */
  readonly schemaName: string;
  readonly logicalName: string;
  readonly entitySetName: string;
  /** undefined: a first-party table that the solution only extends. */
  readonly ownership: 'UserOwned' | 'OrgOwned' | undefined;
  readonly label: string;
  readonly columns: readonly Column[];
  readonly keys: readonly AlternateKey[];
  readonly element: XmlElement;
}

const baseLanguage = '1033';
const entityFile = /^Entities\/[^/]+\/Entity\.xml$/;

/** Every table of the solution sources, in the order of their files. */
export function readTables(sources: FileTree): Table[] {
  return [...sources].filter(([path]) => entityFile.test(path)).map(([path, content]) => readTable(path, content));
}

function readTable(file: string, content: Uint8Array): Table {
  const element = parseXml(content, file);
  const entity = elementAt(element, 'EntityInfo', 'entity');
  const schemaName = textAt(element, 'Name');
  return {
    file,
    schemaName,
    logicalName: schemaName.toLowerCase(),
    entitySetName: textAt(entity, 'EntitySetName'),
    ownership: ownershipOf(textAt(entity, 'OwnershipTypeMask')),
    label: labelIn(childOf(entity, 'LocalizedNames'), 'LocalizedName') || attributeOf(childOf(element, 'Name'), 'LocalizedName'),
    columns: childrenOf(childOf(entity, 'attributes'), 'attribute').map(readColumn),
    keys: childrenOf(childOf(entity, 'EntityKeys'), 'EntityKey').map(readKey),
    element,
  };
}

function ownershipOf(mask: string): Table['ownership'] {
  return mask === 'UserOwned' || mask === 'OrgOwned' ? mask : undefined;
}

function readColumn(element: XmlElement): Column {
  const requiredLevel = textAt(element, 'RequiredLevel');
  const maxLength = textAt(element, 'MaxLength');
  return {
    schemaName: attributeOf(element, 'PhysicalName'),
    logicalName: textAt(element, 'LogicalName') || textAt(element, 'Name'),
    type: textAt(element, 'Type'),
    required: requiredLevel === 'required' || requiredLevel === 'systemrequired',
    custom: textAt(element, 'IsCustomField') === '1',
    writable: textAt(element, 'ValidForCreateApi') === '1' || textAt(element, 'ValidForUpdateApi') === '1',
    label: labelIn(childOf(element, 'displaynames'), 'displayname'),
    maxLength: maxLength === '' ? undefined : Number(maxLength),
    options: readOptions(childOf(element, 'optionset')),
    element,
  };
}

function readOptions(optionSet: XmlElement | undefined): ChoiceOption[] {
  const options = [
    ...childrenOf(childOf(optionSet, 'options'), 'option'),
    ...childrenOf(childOf(optionSet, 'states'), 'state'),
    ...childrenOf(childOf(optionSet, 'statuses'), 'status'),
  ];
  return options.map((option) => ({
    value: Number(attributeOf(option, 'value')),
    label: labelIn(childOf(option, 'labels'), 'label'),
  }));
}

function readKey(element: XmlElement): AlternateKey {
  return {
    schemaName: textAt(element, 'Name'),
    logicalName: textAt(element, 'LogicalName'),
    columns: childrenOf(childOf(element, 'EntityKeyAttributes'), 'AttributeName').map((name) => name.text.trim()),
  };
}

function labelIn(list: XmlElement | undefined, name: string): string {
  const label = childrenOf(list, name).find((candidate) => attributeOf(candidate, 'languagecode') === baseLanguage);
  return attributeOf(label, 'description');
}
