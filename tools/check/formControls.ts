import {
  findColumn,
  mayHaveColumn,
  type Control,
  type SolutionModel,
  type TableComponent,
} from '../solution/readModel';
import { attributeOf, childOf, childrenOf, descendantsOf, textAt, type XmlElement } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import { checkRowList } from './rowLists';
import type { Subject } from './subject';

const unbound = kindOfFinding('control-description-unbound', 'The control would never be shown.');
const unknownControl = kindOfFinding('control-unknown', 'The form would show an error in place of the control.');
const unknownProperty = kindOfFinding(
  'control-property-unknown',
  'The import refuses a parameter that the manifest does not have.',
);
const missingProperty = kindOfFinding(
  'control-property-missing',
  'A required property without a value keeps the control from loading.',
);
const unknownColumn = kindOfFinding(
  'control-column-unknown',
  'The control would be bound to a column that is not there.',
);
const wrongType = kindOfFinding('control-property-type', 'A property takes columns of its own type only.');
const dataSetPlace = kindOfFinding(
  'control-data-set-place',
  'A data set takes its rows from the list that it stands in for.',
);
const formFactors = kindOfFinding('control-form-factors', 'The control would be missing on desktop, tablet or phone.');
const notBuilt = kindOfFinding('control-not-built', 'The zip would hold no code for the control.');

/** Column types that a manifest's of-type accepts. https://learn.microsoft.com/power-apps/developer/component-framework/manifest-schema-reference/property */
const columnTypes: Readonly<Record<string, readonly string[]>> = {
  'Lookup.Simple': ['lookup'],
  'Lookup.Customer': ['customer'],
  'Lookup.Owner': ['owner'],
  'SingleLine.Text': ['nvarchar'],
  'SingleLine.TextArea': ['nvarchar'],
  'SingleLine.Email': ['nvarchar'],
  'SingleLine.Phone': ['nvarchar'],
  'SingleLine.URL': ['nvarchar'],
  'SingleLine.Ticker': ['nvarchar'],
  Multiple: ['ntext'],
  'Whole.None': ['int'],
  Decimal: ['decimal'],
  FP: ['float'],
  Currency: ['money'],
  OptionSet: ['picklist', 'state', 'status'],
  TwoOptions: ['bit'],
  'DateAndTime.DateOnly': ['datetime'],
  'DateAndTime.DateAndTime': ['datetime'],
};

/** Controls on forms: bound to a field that exists, packed, on every form factor, with the properties of their manifest. */
export function checkFormControls({ model }: Subject): Finding[] {
  const built = model.controls.filter((control) => control.manifest === undefined);
  return [
    ...built.map((control) =>
      notBuilt(control, `${control.name} has no ControlManifest.xml.`, 'Add its source in controls/ and build.'),
    ),
    ...model.forms.flatMap((form) =>
      descendantsOf(form.element, 'controlDescription').flatMap((element) => checkDescription(model, form, element)),
    ),
  ];
}

function checkDescription(model: SolutionModel, form: TableComponent, description: XmlElement): Finding[] {
  const target = attributeOf(description, 'forControl').toLowerCase();
  const fields = descendantsOf(form.element, 'control').map((control) =>
    attributeOf(control, 'uniqueid').toLowerCase(),
  );
  const customControls = childrenOf(description, 'customControl').filter(
    (element) => attributeOf(element, 'name') !== '',
  );
  const findings = customControls.flatMap((element) => checkCustomControl(model, form, element));
  if (!fields.includes(target)) {
    findings.push(
      unbound(
        { file: form.file, element: description },
        `No field has the uniqueid ${target}.`,
        'Give the field that uniqueid.',
      ),
    );
  }
  findings.push(...checkPlace(form, description, target));
  const factors = customControls
    .map((element) => attributeOf(element, 'formFactor'))
    .sort()
    .join(',');
  if (customControls.length > 0 && factors !== '0,1,2') {
    findings.push(
      formFactors(
        { file: form.file, element: description },
        `Form factors are ${factors || 'none'}.`,
        'Describe the control for 0, 1 and 2.',
      ),
    );
  }
  return findings;
}

/** A control over a data set stands in the place of a list. */
function checkPlace(form: TableComponent, description: XmlElement, target: string): Finding[] {
  const [dataSet] = descendantsOf(description, 'data-set');
  const control = descendantsOf(form.element, 'control').find(
    (one) => attributeOf(one, 'uniqueid').toLowerCase() === target,
  );
  if (dataSet === undefined || control === undefined || attributeOf(control, 'indicationOfSubgrid') === 'true')
    return [];
  const what = `${attributeOf(control, 'id')} is no subgrid.`;
  return [dataSetPlace({ file: form.file, element: dataSet }, what, 'Describe the control for a subgrid.')];
}

function checkCustomControl(model: SolutionModel, form: TableComponent, element: XmlElement): Finding[] {
  const name = attributeOf(element, 'name');
  const control = model.controls.find((candidate) => candidate.name === name);
  if (control === undefined) {
    // Microsoft's own controls are part of every environment.
    return name.startsWith('MscrmControls.')
      ? childrenOf(childOf(element, 'parameters'), 'data-set').flatMap((dataSet) =>
          checkRowList(model, form, dataSet, dataSet),
        )
      : [
          unknownControl(
            { file: form.file, element },
            `${name} is not in the solution.`,
            'Correct the name, or add the control.',
          ),
        ];
  }
  return control.manifest === undefined ? [] : checkParameters(model, form, element, control);
}

function checkParameters(model: SolutionModel, form: TableComponent, element: XmlElement, control: Control): Finding[] {
  const dataSets = descendantsOf(control.manifest, 'data-set');
  const properties = [...descendantsOf(control.manifest, 'property'), ...dataSets];
  const given = childOf(element, 'parameters')?.children ?? [];
  const nameOf = (parameter: XmlElement): string =>
    parameter.name === 'data-set' ? attributeOf(parameter, 'name') : parameter.name;
  const findings = given.flatMap((parameter) => {
    const kind = parameter.name === 'data-set' ? 'data-set' : 'property';
    const property = properties.find(
      (candidate) => candidate.name === kind && attributeOf(candidate, 'name') === nameOf(parameter),
    );
    if (property !== undefined) return checkBinding(model, form, parameter, property);
    const what = `${control.name} has no property ${nameOf(parameter)}.`;
    return [
      unknownProperty({ file: form.file, element: parameter }, what, "Use a property of the control's manifest."),
    ];
  });
  const absent = properties.filter(
    (property) =>
      (dataSets.includes(property) || attributeOf(property, 'required') === 'true') &&
      !given.some((parameter) => nameOf(parameter) === attributeOf(property, 'name')),
  );
  return [
    ...findings,
    ...absent.map((property) =>
      missingProperty(
        { file: form.file, element },
        `${control.name} needs ${attributeOf(property, 'name')}.`,
        'Add it to the parameters.',
      ),
    ),
  ];
}

function checkBinding(
  model: SolutionModel,
  form: TableComponent,
  parameter: XmlElement,
  property: XmlElement,
): Finding[] {
  if (parameter.name === 'data-set') return checkRowList(model, form, parameter, parameter);
  if (attributeOf(parameter, 'static') === 'true') return [];
  const place = { file: form.file, element: parameter };
  const column = textAt(parameter, 'BindAttribute') || parameter.text.trim();
  if (!mayHaveColumn(model, form.table, column)) {
    return [unknownColumn(place, `${form.table} has no column ${column}.`, 'Correct the column that is bound.')];
  }
  const ofType = attributeOf(property, 'of-type');
  const type = findColumn(model, form.table, column)?.type;
  const accepted = columnTypes[ofType];
  if (type === undefined || accepted === undefined || accepted.includes(type)) return [];
  return [wrongType(place, `${column} is ${type}, the property is ${ofType}.`, 'Bind a column of that type.')];
}
