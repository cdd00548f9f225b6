import type { SolutionModel } from '../solution/readModel';
import { attributeOf, descendantsOf, type XmlElement } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

/** Component types: https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/solutioncomponent */
const componentType = {
  table: '1',
  choice: '9',
  role: '20',
  view: '26',
  form: '60',
  webResource: '61',
  siteMap: '62',
  control: '66',
  app: '80',
  environmentVariable: '380',
};

const withoutPart = kindOfFinding(
  'root-without-part',
  'The import stops: solution.xml promises a component that the zip does not hold.',
);
const withoutRoot = kindOfFinding(
  'part-without-root',
  'The component would be created but not belong to the solution, or be left out.',
);
const repeated = kindOfFinding('root-repeated', 'A component may be listed once.');
const nameCase = kindOfFinding('root-name-case', 'Tables are listed by logical name; another case is not found.');

/** Every RootComponent has its part, and every part that needs one has its RootComponent. */
export function checkRootComponents({ model, sources }: Subject): Finding[] {
  const { file } = model.manifest;
  const parts = expectedRoots(model, [...sources.keys()]);
  const roots = descendantsOf(model.manifest.element, 'RootComponent').map((element) => ({
    element,
    key: keyOf(element),
  }));
  const listed = new Map<string, XmlElement>();
  const findings: Finding[] = [];
  for (const { element, key } of roots) {
    const name = attributeOf(element, 'schemaName') || attributeOf(element, 'id');
    if (listed.has(key))
      findings.push(repeated({ file, element }, `${name} is listed twice.`, 'Remove one of the two.'));
    listed.set(key, element);
    if (attributeOf(element, 'type') === componentType.table && name !== name.toLowerCase()) {
      findings.push(nameCase({ file, element }, `${name} has capitals.`, `Write ${name.toLowerCase()}.`));
    } else if (!parts.known.has(key)) {
      findings.push(
        withoutPart(
          { file, element },
          `${describe(element)} is not in the sources.`,
          'Add the component, or remove the RootComponent.',
        ),
      );
    }
  }
  for (const [key, owner] of parts.required) {
    if (listed.has(key)) continue;
    findings.push(withoutRoot({ file: owner }, `It has no RootComponent (${key}).`, `List it in ${file}.`));
  }
  return findings;
}

function keyOf(root: XmlElement): string {
  const type = attributeOf(root, 'type');
  return `${type} ${attributeOf(root, 'schemaName') || attributeOf(root, 'id').toLowerCase()}`;
}

function describe(root: XmlElement): string {
  return `RootComponent type ${attributeOf(root, 'type')} ${attributeOf(root, 'schemaName') || attributeOf(root, 'id')}`;
}

/** Keys that may be listed, and those that must be, with the file of the part. */
function expectedRoots(
  model: SolutionModel,
  files: readonly string[],
): { known: Set<string>; required: Map<string, string> } {
  const extended = new Set(
    model.tables.filter((table) => table.ownership === undefined).map((table) => table.logicalName),
  );
  const required = new Map<string, string>();
  const known = new Set<string>();
  const add = (type: string, name: string, file: string, must: boolean): void => {
    known.add(`${type} ${name}`);
    if (must) required.set(`${type} ${name}`, file);
  };
  for (const table of model.tables) add(componentType.table, table.logicalName, table.file, true);
  // Forms and views of a table that is included whole come with it.
  for (const form of model.forms) add(componentType.form, form.id.toLowerCase(), form.file, extended.has(form.table));
  for (const view of model.views) add(componentType.view, view.id.toLowerCase(), view.file, extended.has(view.table));
  for (const role of model.roles)
    add(componentType.role, attributeOf(role.element, 'id').toLowerCase(), role.file, true);
  for (const choice of model.choices) add(componentType.choice, choice.name, choice.file, true);
  for (const resource of model.webResources) add(componentType.webResource, resource.name, resource.file, true);
  for (const control of model.controls) add(componentType.control, control.name, control.file, true);
  for (const siteMap of model.siteMaps) add(componentType.siteMap, siteMap.name, siteMap.file, true);
  for (const app of model.apps) add(componentType.app, app.name, app.file, true);
  for (const file of files) {
    const variable = /^environmentvariabledefinitions\/([^/]+)\//.exec(file)?.[1];
    if (variable !== undefined) add(componentType.environmentVariable, variable, file, true);
  }
  if (files.includes('Other/RibbonDiff.xml')) add('50', ':RibbonDiffXml', 'Other/RibbonDiff.xml', true);
  return { known, required };
}
