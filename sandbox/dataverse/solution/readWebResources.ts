import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { takePart } from './takePart';
import { children, numberOf, textOf, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import { parseGuid } from '../metadata/identifiers';

function refuse(name: string, reason: string): SolutionRefused {
  return new SolutionRefused('generic', `The web resource ${name} cannot be imported: ${reason}.`, {
    type: componentTypes.webResource,
    name,
  });
}

function readWebResource(context: ImportContext, element: Element): void {
  const name = textOf(element, 'Name') ?? '';
  const id = parseGuid(textOf(element, 'WebResourceId') ?? '');
  const type = numberOf(element, 'WebResourceType');
  const prefix = `${context.manifest.publisher.prefix}_`;
  if (id === undefined) throw refuse(name, 'its WebResourceId is no GUID');
  if (!name.startsWith(prefix)) throw refuse(name, `its name does not start with the publisher's prefix ${prefix}`);
  if (type === undefined || type < 1 || type > 12) throw refuse(name, 'its WebResourceType is not between 1 and 12');
  const existing = context.draft.webResources.get(name);
  const twin = [...context.draft.webResources.values()].find((other) => other.id === id && other.name !== name);
  if (twin) throw refuse(name, `it has the id of ${twin.name}`);
  context.draft.webResources.set(name, {
    id: existing?.id ?? id,
    name,
    displayName: textOf(element, 'DisplayName') ?? name,
    description: textOf(element, 'Description') ?? '',
    type,
    languageCode: numberOf(element, 'LanguageCode'),
    content: takePart(context, textOf(element, 'FileName') ?? '', componentTypes.webResource, name),
    dependencyXml: textOf(element, 'DependencyXml') ?? '',
    solution: ownerOf(context, existing, componentTypes.webResource, name),
    isManaged: context.manifest.isManaged,
  });
  bring(context, { type: componentTypes.webResource, key: name, table: undefined, label: name });
}

/** The web resources of the file with their contents. */
export function readWebResources(context: ImportContext, list: Element | undefined): void {
  for (const element of children(list, 'WebResource')) readWebResource(context, element);
}
