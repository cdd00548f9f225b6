import { customizable, solutionId, text, type ComponentRow, type ComponentSource } from './componentRow';
import { formTypes } from '../../metadata/formTypes';

/** Views, forms and charts. */
export function screenRows(organization: ComponentSource): ComponentRow[] {
  const views = [...organization.catalog.views.values()].map((view): ComponentRow => ({
    table: 'savedquery',
    id: view.id,
    values: {
      savedqueryid: view.id,
      name: text(view.names),
      description: text(view.descriptions),
      returnedtypecode: view.table,
      querytype: view.queryType,
      fetchxml: view.fetchXml,
      layoutxml: view.layoutXml,
      isdefault: view.isDefault,
      isquickfindquery: view.isQuickFind,
      isprivate: false,
      ismanaged: view.isManaged,
      solutionid: solutionId(organization.catalog, view.solution),
      statecode: 0,
      statuscode: 1,
      ...customizable,
    },
  }));
  const forms = [...organization.catalog.forms.values()].map((form): ComponentRow => ({
    table: 'systemform',
    id: form.id,
    values: {
      formid: form.id,
      name: text(form.names),
      description: text(form.descriptions),
      type: formTypes[form.type],
      objecttypecode: form.table,
      formxml: form.formXml,
      formactivationstate: form.isActive ? 1 : 0,
      formpresentation: 1,
      isdefault: false,
      ismanaged: form.isManaged,
      solutionid: solutionId(organization.catalog, form.solution),
      ...customizable,
    },
  }));
  const charts = [...organization.catalog.charts.values()].map((chart): ComponentRow => ({
    table: 'savedqueryvisualization',
    id: chart.id,
    values: {
      savedqueryvisualizationid: chart.id,
      name: text(chart.names),
      primaryentitytypecode: chart.table,
      datadescription: chart.dataXml,
      presentationdescription: chart.presentationXml,
      solutionid: solutionId(organization.catalog, chart.solution),
    },
  }));
  return [...views, ...forms, ...charts];
}
