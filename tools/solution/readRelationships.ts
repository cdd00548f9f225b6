import type { FileTree } from '../files/fileTree';
import { childrenOf, descendantsOf, textAt, type XmlElement } from '../xml/element';
import { attributeOf } from '../xml/element';
import { parseXml } from '../xml/parse';

/** A 1:N relationship: one row of `referencedTable` has many rows of `referencingTable`. Names are schema names. */
export interface Relationship {
  readonly file: string;
  readonly name: string;
  readonly referencingTable: string;
  readonly referencingColumn: string;
  readonly referencedTable: string;
  /** Navigation property of the lookup, from the many side to the one. */
  readonly lookupProperty: string;
  /** Navigation property of the list, from the one side to the many. */
  readonly collectionProperty: string;
  readonly element: XmlElement;
}

const relationshipFile = /^Other\/Relationships\/[^/]+\.xml$/;

/** Every relationship that is described in full, in the order of the files. */
export function readRelationships(sources: FileTree): Relationship[] {
  return [...sources]
    .filter(([path]) => relationshipFile.test(path))
    .flatMap(([path, content]) =>
      descendantsOf(parseXml(content, path), 'EntityRelationship').map((element) => readRelationship(path, element)),
    );
}

function readRelationship(file: string, element: XmlElement): Relationship {
  const name = attributeOf(element, 'Name');
  const referencingColumn = textAt(element, 'ReferencingAttributeName');
  const roles = childrenOf(childrenOf(element, 'EntityRelationshipRoles')[0], 'EntityRelationshipRole');
  const propertyOf = (roleType: string): string =>
    textAt(
      roles.find((role) => textAt(role, 'RelationshipRoleType') === roleType),
      'NavigationPropertyName',
    );
  return {
    file,
    name,
    referencingTable: textAt(element, 'ReferencingEntityName'),
    referencingColumn,
    referencedTable: textAt(element, 'ReferencedEntityName'),
    // What Dataverse takes when a name is left out.
    lookupProperty: propertyOf('1') || referencingColumn,
    collectionProperty: propertyOf('0') || name,
    element,
  };
}
