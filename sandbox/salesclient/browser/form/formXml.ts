import { subgridOf, type SubgridDefinition } from '../grid/subgridDefinition';
import { formScriptsOf, type FormScripts } from './formEvents';

/** A main form as its FormXml says, in the order of the document. */
export interface FormDefinition {
  readonly tabs: readonly FormTab[];
  readonly header: readonly FormCell[];
  readonly scripts: FormScripts;
}

export interface FormTab {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly columns: readonly FormColumn[];
}

export interface FormColumn {
  /** Share of the tab's width, e.g. `33%`. */
  readonly width: string;
  readonly sections: readonly FormSection[];
}

export interface FormSection {
  readonly id: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly columnCount: number;
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly id: string;
  /** Empty: the column's own display name. */
  readonly label: string;
  readonly showLabel: boolean;
  readonly columnSpan: number;
  /** The control's id, its name for scripts. */
  readonly controlName: string;
  readonly control: FormControl;
}

export type FormControl =
  | { readonly kind: 'field'; readonly column: string; readonly disabled: boolean }
  | { readonly kind: 'code'; readonly column: string; readonly control: CodeControl }
  | SubgridDefinition
  | { readonly kind: 'unsupported'; readonly classId: string };

/** A code component and what its properties are bound to. */
export interface CodeControl {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
}

export type Binding = { readonly column: string } | { readonly value: string; readonly type: string };

const SUBGRID = 'E7A81278-8635-4D9E-8D4D-59480B391C5B';

function children(parent: Element | undefined | null, name: string): Element[] {
  return parent ? Array.from(parent.children).filter((child) => child.localName === name) : [];
}

function child(parent: Element | undefined | null, name: string): Element | undefined {
  return children(parent, name)[0];
}

function bare(guid: string): string {
  return guid.replace(/[{}]/g, '').toLowerCase();
}

/** The text in the wanted language, else in English, else the first there is. */
export function labelOf(parent: Element, language: number): string {
  const labels = children(child(parent, 'labels'), 'label');
  const text = (code: number): string | undefined =>
    labels.find((label) => label.getAttribute('languagecode') === String(code))?.getAttribute('description') ??
    undefined;
  return text(language) ?? text(1033) ?? labels[0]?.getAttribute('description') ?? '';
}

function bindingOf(parameter: Element): Binding {
  const text = (child(parameter, 'BindAttribute') ?? parameter).textContent;
  return parameter.getAttribute('static') === 'true'
    ? { value: text, type: parameter.getAttribute('type') ?? '' }
    : { column: text.trim() };
}

/** The desktop variant (form factor 2), else any, of each described control by its unique id. */
function customControls(form: Element): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const description of children(child(form, 'controlDescriptions'), 'controlDescription')) {
    const variants = children(description, 'customControl').filter((variant) => variant.hasAttribute('name'));
    const chosen = variants.find((variant) => variant.getAttribute('formFactor') === '2') ?? variants[0];
    if (chosen) found.set(bare(description.getAttribute('forControl') ?? ''), chosen);
  }
  return found;
}

function codeControlOf(custom: Element): CodeControl {
  const parameters = Array.from(child(custom, 'parameters')?.children ?? []);
  return {
    name: custom.getAttribute('name') ?? '',
    bindings: Object.fromEntries(parameters.map((parameter) => [parameter.localName, bindingOf(parameter)])),
  };
}

function controlOf(control: Element, customs: ReadonlyMap<string, Element>): FormControl {
  const column = control.getAttribute('datafieldname') ?? '';
  const custom = customs.get(bare(control.getAttribute('uniqueid') ?? ''));
  const classId = bare(control.getAttribute('classid') ?? '');
  if (classId === SUBGRID.toLowerCase()) return subgridOf(control, custom);
  if (custom) return { kind: 'code', column, control: codeControlOf(custom) };
  if (column === '') return { kind: 'unsupported', classId };
  return { kind: 'field', column, disabled: control.getAttribute('disabled') === 'true' };
}

function cellsOf(parent: Element, customs: ReadonlyMap<string, Element>, language: number): FormCell[] {
  return children(child(parent, 'rows'), 'row')
    .flatMap((row) => children(row, 'cell'))
    .filter((cell) => cell.getAttribute('visible') !== 'false')
    .flatMap((cell) => {
      const control = child(cell, 'control');
      if (!control) return [];
      return [
        {
          id: bare(cell.getAttribute('id') ?? ''),
          label: labelOf(cell, language),
          showLabel: cell.getAttribute('showlabel') !== 'false',
          columnSpan: Number(cell.getAttribute('colspan') ?? '1'),
          controlName: control.getAttribute('id') ?? '',
          control: controlOf(control, customs),
        },
      ];
    });
}

/** Forms write three columns as `3` or as `111`. */
function columnCountOf(text: string): number {
  return text.length > 1 ? text.length : Number(text) || 1;
}

function sectionOf(section: Element, customs: ReadonlyMap<string, Element>, language: number): FormSection {
  return {
    id: bare(section.getAttribute('id') ?? ''),
    label: labelOf(section, language),
    showLabel: section.getAttribute('showlabel') === 'true',
    columnCount: columnCountOf(section.getAttribute('columns') ?? ''),
    cells: cellsOf(section, customs, language),
  };
}

function tabOf(tab: Element, customs: ReadonlyMap<string, Element>, language: number): FormTab {
  return {
    id: bare(tab.getAttribute('id') ?? ''),
    name: tab.getAttribute('name') ?? '',
    label: labelOf(tab, language),
    columns: children(child(tab, 'columns'), 'column').map((column) => ({
      width: column.getAttribute('width') ?? '100%',
      sections: children(child(column, 'sections'), 'section')
        .filter((section) => section.getAttribute('visible') !== 'false')
        .map((section) => sectionOf(section, customs, language)),
    })),
  };
}

/** @throws {Error} when the text is not a form */
export function parseFormXml(text: string, language: number): FormDefinition {
  const form = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  if (form.localName !== 'form') throw new Error('The form cannot be read: its XML is not a form.');
  const customs = customControls(form);
  const header = child(form, 'header');
  return {
    tabs: children(child(form, 'tabs'), 'tab')
      .filter((tab) => tab.getAttribute('visible') !== 'false')
      .map((tab) => tabOf(tab, customs, language)),
    header: header ? cellsOf(header, customs, language) : [],
    scripts: formScriptsOf(form),
  };
}

/** Every cell of the form, those of the header last. */
export function cellsOfForm(form: FormDefinition): readonly FormCell[] {
  return form.tabs
    .flatMap((tab) => tab.columns.flatMap((column) => column.sections.flatMap((section) => section.cells)))
    .concat(form.header);
}

/** Every column that the form shows or binds. */
export function columnsOf(form: FormDefinition): readonly string[] {
  const names = cellsOfForm(form).flatMap(({ control }) => {
    if (control.kind === 'field') return [control.column];
    if (control.kind !== 'code') return [];
    return [
      control.column,
      ...Object.values(control.control.bindings).flatMap((b) => ('column' in b ? [b.column] : [])),
    ];
  });
  return [...new Set(names.filter((name) => name !== ''))];
}
