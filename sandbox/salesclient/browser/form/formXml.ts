/** A main form as its FormXml says, in the order of the document. */
export interface FormModel {
  readonly tabs: readonly FormTab[];
  readonly header: readonly FormCell[];
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
  readonly control: FormControl;
}

export type FormControl =
  | { readonly kind: 'field'; readonly column: string; readonly disabled: boolean }
  | { readonly kind: 'code'; readonly column: string; readonly control: CodeControl }
  | { readonly kind: 'subgrid'; readonly table: string; readonly relationship: string; readonly view: string }
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

/** The desktop variant (form factor 2), else any, by the control's unique id. */
function codeControls(form: Element): ReadonlyMap<string, CodeControl> {
  const found = new Map<string, CodeControl>();
  for (const description of children(child(form, 'controlDescriptions'), 'controlDescription')) {
    const variants = children(description, 'customControl').filter((variant) => variant.hasAttribute('name'));
    const chosen = variants.find((variant) => variant.getAttribute('formFactor') === '2') ?? variants[0];
    if (!chosen) continue;
    const parameters = Array.from(child(chosen, 'parameters')?.children ?? []);
    found.set(bare(description.getAttribute('forControl') ?? ''), {
      name: chosen.getAttribute('name') ?? '',
      bindings: Object.fromEntries(parameters.map((parameter) => [parameter.localName, bindingOf(parameter)])),
    });
  }
  return found;
}

function controlOf(control: Element, code: ReadonlyMap<string, CodeControl>): FormControl {
  const column = control.getAttribute('datafieldname') ?? '';
  const custom = code.get(bare(control.getAttribute('uniqueid') ?? ''));
  if (custom) return { kind: 'code', column, control: custom };
  const classId = bare(control.getAttribute('classid') ?? '');
  if (classId === SUBGRID.toLowerCase()) {
    const parameters = child(control, 'parameters');
    return {
      kind: 'subgrid',
      table: child(parameters, 'TargetEntityType')?.textContent ?? '',
      relationship: child(parameters, 'RelationshipName')?.textContent ?? '',
      view: bare(child(parameters, 'ViewId')?.textContent ?? ''),
    };
  }
  if (column === '') return { kind: 'unsupported', classId };
  return { kind: 'field', column, disabled: control.getAttribute('disabled') === 'true' };
}

function cellsOf(parent: Element, code: ReadonlyMap<string, CodeControl>, language: number): FormCell[] {
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
          control: controlOf(control, code),
        },
      ];
    });
}

function sectionOf(section: Element, code: ReadonlyMap<string, CodeControl>, language: number): FormSection {
  return {
    id: bare(section.getAttribute('id') ?? ''),
    label: labelOf(section, language),
    showLabel: section.getAttribute('showlabel') === 'true',
    columnCount: (section.getAttribute('columns') ?? '1').length,
    cells: cellsOf(section, code, language),
  };
}

function tabOf(tab: Element, code: ReadonlyMap<string, CodeControl>, language: number): FormTab {
  return {
    id: bare(tab.getAttribute('id') ?? ''),
    name: tab.getAttribute('name') ?? '',
    label: labelOf(tab, language),
    columns: children(child(tab, 'columns'), 'column').map((column) => ({
      width: column.getAttribute('width') ?? '100%',
      sections: children(child(column, 'sections'), 'section')
        .filter((section) => section.getAttribute('visible') !== 'false')
        .map((section) => sectionOf(section, code, language)),
    })),
  };
}

/** @throws {Error} when the text is not a form */
export function parseFormXml(text: string, language: number): FormModel {
  const form = new DOMParser().parseFromString(text, 'text/xml').documentElement;
  if (form.localName !== 'form') throw new Error('The form cannot be read: its XML is not a form.');
  const code = codeControls(form);
  const header = child(form, 'header');
  return {
    tabs: children(child(form, 'tabs'), 'tab')
      .filter((tab) => tab.getAttribute('visible') !== 'false')
      .map((tab) => tabOf(tab, code, language)),
    header: header ? cellsOf(header, code, language) : [],
  };
}

/** Every column that the form shows or binds. */
export function columnsOf(form: FormModel): readonly string[] {
  const cells = form.tabs
    .flatMap((tab) => tab.columns.flatMap((column) => column.sections.flatMap((section) => section.cells)))
    .concat(form.header);
  const names = cells.flatMap(({ control }) => {
    if (control.kind === 'field') return [control.column];
    if (control.kind !== 'code') return [];
    return [
      control.column,
      ...Object.values(control.control.bindings).flatMap((b) => ('column' in b ? [b.column] : [])),
    ];
  });
  return [...new Set(names.filter((name) => name !== ''))];
}
