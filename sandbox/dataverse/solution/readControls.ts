import { bring, ownerOf, type ImportContext } from './draft';
import { SolutionRefused, notCovered } from './refusal';
import { takePart } from './takePart';
import { attribute, child, children, decodeText, descendants, parseXml, textOf, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';
import type { CustomControlProperty } from '../metadata/components';
import { stableId } from '../metadata/identifiers';

function refuse(name: string, reason: string): SolutionRefused {
  return new SolutionRefused('generic', `The custom control ${name} cannot be imported: ${reason}.`, {
    type: componentTypes.customControl,
    name,
  });
}

function typesOf(property: Element, control: Element): readonly string[] {
  const own = attribute(property, 'of-type');
  if (own !== undefined) return [own];
  const group = children(control, 'type-group').find((each) => attribute(each, 'name') === attribute(property, 'of-type-group'));
  return children(group, 'type').map((type) => type.textContent?.trim() ?? '');
}

function usageOf(property: Element, name: string): CustomControlProperty['usage'] {
  const usage = attribute(property, 'usage');
  if (usage === 'bound' || usage === 'input' || usage === 'output') return usage;
  throw refuse(name, `its property ${attribute(property, 'name') ?? ''} has the usage ${usage ?? 'none'}`);
}

function propertiesOf(control: Element, name: string): readonly CustomControlProperty[] {
  const properties = children(control, 'property').map((property): CustomControlProperty => ({
    name: attribute(property, 'name') ?? '',
    usage: usageOf(property, name),
    required: attribute(property, 'required') === 'true',
    types: typesOf(property, control),
  }));
  const dataSets = children(control, 'data-set').map((dataSet): CustomControlProperty => ({
    name: attribute(dataSet, 'name') ?? '',
    usage: 'data-set',
    required: true,
    types: [],
  }));
  return [...properties, ...dataSets];
}

/** Every file that the manifest names must be in the package. */
function checkResources(control: Element, name: string, files: ReadonlyMap<string, Uint8Array>): void {
  const resources = child(control, 'resources');
  if (!resources || children(resources, 'code').length !== 1) throw refuse(name, 'its manifest does not name exactly one code file');
  for (const kind of ['code', 'css', 'resx', 'img', 'html']) {
    for (const element of descendants(resources, kind)) {
      const path = attribute(element, 'path') ?? '';
      if (!files.has(path)) throw refuse(name, `the file ${path}, which its manifest names, is not in the package`);
    }
  }
}

function filesOf(context: ImportContext, folder: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [part, content] of context.parts) {
    if (!part.startsWith(folder)) continue;
    files.set(part.slice(folder.length), content);
    context.usedParts.add(part);
  }
  return files;
}

function readControl(context: ImportContext, element: Element): void {
  const name = textOf(element, 'Name') ?? '';
  const fileName = textOf(element, 'FileName') ?? '';
  const manifestXml = decodeText(takePart(context, fileName, componentTypes.customControl, name), fileName);
  const manifest = parseXml(manifestXml, fileName);
  const control = child(manifest, 'control');
  if (!control) throw refuse(name, 'its manifest has no control');
  const fullName = `${attribute(control, 'namespace') ?? ''}.${attribute(control, 'constructor') ?? ''}`;
  const expected = `${context.manifest.publisher.prefix}_${fullName}`;
  if (name !== expected) throw refuse(name, `its manifest makes it ${expected}`);
  const controlType = attribute(control, 'control-type') ?? 'standard';
  if (controlType !== 'standard' && controlType !== 'virtual') throw notCovered(componentTypes.customControl, name);
  const files = filesOf(context, fileName.replace(/^\//u, '').replace(/[^/]*$/u, ''));
  checkResources(control, name, files);
  const existing = context.draft.customControls.get(name);
  context.draft.customControls.set(name, {
    name,
    id: existing?.id ?? stableId('customcontrol', name),
    version: attribute(control, 'version') ?? '0.0.0',
    controlType,
    properties: propertiesOf(control, name),
    manifestXml,
    files,
    solution: ownerOf(context, existing, componentTypes.customControl, name),
    isManaged: context.manifest.isManaged,
  });
  bring(context, { type: componentTypes.customControl, key: name, table: undefined, label: name });
}

/** The custom controls of the file: manifest, bundle, texts, pictures. */
export function readControls(context: ImportContext, list: Element | undefined): void {
  for (const element of children(list, 'CustomControl')) readControl(context, element);
}
