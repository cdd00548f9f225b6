import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused, notCovered } from './refusal';
import { attribute, child, children, decodeText, flagOf, numberOf, parseXml, textOf, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import { stableId } from '../metadata/identifiers';
import type { Labels } from '../metadata/labels';

const folder = /^environmentvariabledefinitions\/([^/]+)\/environmentvariabledefinition\.xml$/u;
const values = /^environmentvariabledefinitions\/([^/]+)\/environmentvariablevalues\.json$/u;

/** `<displayname default="Name"><label description="Name" languagecode="1033"/></displayname>` */
function labels(element: Element | undefined): Labels {
  const found = new Map<number, string>();
  for (const label of children(element, 'label')) {
    const text = attribute(label, 'description') ?? '';
    if (text !== '') found.set(Number(attribute(label, 'languagecode')), text);
  }
  const fallback = element ? attribute(element, 'default') : undefined;
  return found.size === 0 && fallback !== undefined && fallback !== '' ? new Map([[1033, fallback]]) : found;
}

function readDefinition(context: ImportContext, part: string, content: Uint8Array): void {
  const root = parseXml(decodeText(content, part), part);
  const schemaName = attribute(root, 'schemaname') ?? '';
  if (schemaName === '' || folder.exec(part)?.[1] !== schemaName) {
    throw new SolutionRefused('generic', `The folder of ${part} is not named after its environment variable '${schemaName}'.`, {
      type: componentTypes.environmentVariableDefinition,
      name: schemaName,
    });
  }
  const existing = context.draft.environmentVariables.get(schemaName);
  context.draft.environmentVariables.set(schemaName, {
    id: existing?.id ?? stableId('environmentvariabledefinition', schemaName),
    schemaName,
    names: labels(child(root, 'displayname')),
    descriptions: labels(child(root, 'description')),
    type: numberOf(root, 'type') ?? 100_000_000,
    defaultValue: textOf(root, 'defaultvalue'),
    isRequired: flagOf(root, 'isrequired'),
    solution: ownerOf(context, existing, componentTypes.environmentVariableDefinition, schemaName),
  });
  context.usedParts.add(part);
  bring(context, { type: componentTypes.environmentVariableDefinition, key: schemaName, table: undefined, label: schemaName });
}

/** Environment variable definitions. Values are set in each organization; a file that ships them is not covered. */
export function readEnvironmentVariables(context: ImportContext): void {
  for (const [part, content] of context.parts) {
    if (folder.test(part)) readDefinition(context, part, content);
    const shipped = values.exec(part);
    if (shipped) throw notCovered(componentTypes.environmentVariableValue, shipped[1] ?? part);
  }
}
