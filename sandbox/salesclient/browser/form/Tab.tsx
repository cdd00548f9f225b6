import React from 'react';
import type { FormSection, FormTab } from './formXml';
import { ScriptedCell, type CellForm } from './ScriptedCell';

function Section({ section, form }: { readonly section: FormSection; readonly form: CellForm }): React.ReactElement {
  const heading = `section-${section.id}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading} className={section.showLabel ? undefined : 'only-heard'}>
        {section.label}
      </h2>
      <div className={`cells columns-${section.columnCount}`}>
        {section.cells.map((cell) => (
          <ScriptedCell key={cell.id} cell={cell} form={form} className={cell.columnSpan > 1 ? 'cell wide' : 'cell'} />
        ))}
      </div>
    </section>
  );
}

/** The sections of a tab in its columns. */
export function Tab({ tab, form }: { readonly tab: FormTab; readonly form: CellForm }): React.ReactElement {
  return (
    <div
      className={`tab-columns count-${tab.columns.length}`}
      role="tabpanel"
      id={`panel-${tab.id}`}
      aria-labelledby={`tab-${tab.id}`}
    >
      {tab.columns.map((column, index) => (
        <div key={index} className="tab-column">
          {column.sections.map((section) => (
            <Section key={section.id} section={section} form={form} />
          ))}
        </div>
      ))}
    </div>
  );
}
