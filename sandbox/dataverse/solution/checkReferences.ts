import type { ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { attribute, children, descendants, parseXml, type Element } from './xml';
import { componentTypes } from '../metadata/componentTypes';

const webResource = /\$webresource:([^"'&<\s]+)/gu;
const localLabel = /\$LocLabels:([^"'&<\s]+)/gu;

function checkWebResources(context: ImportContext, xml: string, refuse: (reason: string) => SolutionRefused): void {
  for (const match of xml.matchAll(webResource)) {
    const name = match[1] ?? '';
    if (!context.draft.webResources.has(name)) throw refuse(`it names the web resource ${name}, which does not exist`);
  }
}

/** Scripts, icons, labels and rules that the file's ribbons name. */
export function checkRibbons(context: ImportContext): void {
  const solution = context.manifest.uniqueName;
  for (const ribbon of context.draft.ribbons.filter((each) => each.solution === solution)) {
    const name = ribbon.table ?? 'the application';
    const refuse = (reason: string): SolutionRefused =>
      new SolutionRefused('ribbon', `The ribbon of ${name} cannot be imported: ${reason}.`, { type: componentTypes.ribbon, name });
    checkWebResources(context, ribbon.xml, refuse);
    const root = parseXml(ribbon.xml, `ribbon of ${name}`);
    const labels = new Set(descendants(root, 'LocLabel').map((label) => attribute(label, 'Id')));
    for (const match of ribbon.xml.matchAll(localLabel)) {
      if (!labels.has(match[1])) throw refuse(`the label ${match[1] ?? ''} is not defined`);
    }
    checkCommands(root, refuse);
  }
}

function checkCommands(root: Element, refuse: (reason: string) => SolutionRefused): void {
  const defined = new Set(descendants(root, 'CommandDefinition').map((command) => attribute(command, 'Id')));
  for (const name of ['Button', 'ToggleButton', 'SplitButton', 'FlyoutAnchor']) {
    for (const button of descendants(root, name)) {
      const command = attribute(button, 'Command');
      if (command !== undefined && !command.startsWith('Mscrm.') && !defined.has(command)) {
        throw refuse(`the button ${attribute(button, 'Id') ?? ''} has the command ${command}, which is not defined`);
      }
    }
  }
}

/** Tables, views and web resources that the file's site maps name. */
export function checkSiteMaps(context: ImportContext): void {
  for (const { type, key } of context.brought) {
    const siteMap = type === componentTypes.siteMap ? context.draft.siteMaps.get(key) : undefined;
    if (!siteMap) continue;
    const refuse = (reason: string): SolutionRefused =>
      new SolutionRefused('siteMap', `The site map ${key} cannot be imported: ${reason}.`, { type, name: key });
    checkWebResources(context, siteMap.xml, refuse);
    const root = parseXml(siteMap.xml, `site map ${key}`);
    for (const subArea of descendants(root, 'SubArea')) {
      const table = attribute(subArea, 'Entity');
      if (table !== undefined && !context.draft.tables.has(table)) throw refuse(`it opens the table ${table}, which does not exist`);
    }
    if (children(root, 'Area').length === 0) throw refuse('it has no area');
  }
}

/** Icons of tables are web resources. */
export function checkTableIcons(context: ImportContext): void {
  for (const { type, key } of context.brought) {
    const icon = type === componentTypes.table ? context.draft.tables.get(key)?.iconVectorName : undefined;
    if (icon !== undefined && !context.draft.webResources.has(icon)) {
      throw new SolutionRefused('generic', `The table ${key} has the icon ${icon}, which is no web resource here.`, { type, name: key });
    }
  }
}
