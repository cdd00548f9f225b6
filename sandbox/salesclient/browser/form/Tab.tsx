import React from 'react';
import { Cell, type FormRecord } from './Cell';
import type { FormSection, FormTab } from './formXml';

function Section({
  section,
  record,
}: {
  readonly section: FormSection;
  readonly record: FormRecord;
}): React.ReactElement {
  const heading = `section-${section.id}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading} className={section.showLabel ? undefined : 'only-heard'}>
        {section.label}
      </h2>
      <div className={`cells columns-${section.columnCount}`}>
        {section.cells.map((cell) => (
          <div key={cell.id} className={cell.columnSpan > 1 ? 'cell wide' : 'cell'}>
            <Cell cell={cell} record={record} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** The sections of a tab in its columns. */
export function Tab({ tab, record }: { readonly tab: FormTab; readonly record: FormRecord }): React.ReactElement {
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
            <Section key={section.id} section={section} record={record} />
          ))}
        </div>
      ))}
    </div>
  );
}
