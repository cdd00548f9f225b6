import type { ImportPlan } from './planImport';
import type { SolutionRefused } from './refusal';
import { componentTypes } from '../metadata/componentTypes';

/** Groups of importjob.data by component type, with the element of one component. */
const groups: readonly { readonly type: number; readonly group: string; readonly element: string }[] = [
  { type: componentTypes.table, group: 'entities', element: 'entity' },
  { type: componentTypes.role, group: 'securityroles', element: 'securityrole' },
  { type: componentTypes.optionSet, group: 'optionSets', element: 'optionSet' },
  { type: componentTypes.relationship, group: 'entityRelationships', element: 'entityRelationship' },
  { type: componentTypes.view, group: 'savedQueries', element: 'savedQuery' },
  { type: componentTypes.form, group: 'forms', element: 'form' },
  { type: componentTypes.chart, group: 'visualizations', element: 'visualization' },
  { type: componentTypes.webResource, group: 'webResources', element: 'webResource' },
  { type: componentTypes.customControl, group: 'customControls', element: 'customControl' },
  { type: componentTypes.siteMap, group: 'appModuleSiteMaps', element: 'appModuleSiteMap' },
  { type: componentTypes.app, group: 'appModules', element: 'appModule' },
  {
    type: componentTypes.environmentVariableDefinition,
    group: 'environmentVariableDefinitions',
    element: 'environmentVariableDefinition',
  },
];

function escape(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}

function result(refusal: SolutionRefused | undefined): string {
  return refusal
    ? `<result result="failure" errorcode="${refusal.code}" errortext="${escape(refusal.message)}" />`
    : '<result result="success" errorcode="0" errortext="" />';
}

function document(start: Date, stop: Date, succeeded: boolean, content: string): string {
  return (
    `<importexportxml start="${start.toISOString()}" stop="${stop.toISOString()}" progress="100" ` +
    `processed="true" succeeded="${succeeded}">${content}</importexportxml>`
  );
}

function manifest(name: string, version: string, refusal: SolutionRefused | undefined): string {
  return (
    `<solutionManifests><solutionManifest id="${escape(name)}" LocalizedName="${escape(name)}" processed="true">` +
    `<UniqueName>${escape(name)}</UniqueName><Version>${escape(version)}</Version>${result(refusal)}` +
    '</solutionManifest></solutionManifests>'
  );
}

/** importjob.data of an import that succeeded: every component by name. */
export function successReport(plan: ImportPlan, start: Date, stop: Date): string {
  const lists = groups.map(({ type, group, element }) => {
    const items = plan.brought
      .filter((component) => component.type === type)
      .map(
        (component) =>
          `<${element} id="${escape(component.key)}" LocalizedName="${escape(component.label)}" processed="true">` +
          `${result(undefined)}</${element}>`,
      );
    return items.length === 0 ? `<${group} />` : `<${group}>${items.join('')}</${group}>`;
  });
  const head = manifest(plan.manifest.uniqueName, plan.manifest.version, undefined);
  return document(start, stop, true, head + lists.join(''));
}

/** importjob.data of a refused import: the component that is the reason, and the words. */
export function failureReport(solutionName: string, refusal: SolutionRefused, start: Date, stop: Date): string {
  const known = groups.find(({ type }) => type === refusal.component?.type);
  const name = refusal.component?.name ?? '';
  const component =
    known === undefined
      ? ''
      : `<${known.group}><${known.element} id="${escape(name)}" LocalizedName="${escape(name)}" processed="true">` +
        `${result(refusal)}</${known.element}></${known.group}>`;
  return document(start, stop, false, manifest(solutionName, '', refusal) + component);
}
