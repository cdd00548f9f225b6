import React from 'react';
import type { FormTab } from './formXml';
import type { CellForm } from './ScriptedCell';
import { Tab } from './Tab';
import { TabList } from './TabList';

interface Props {
  readonly tabs: readonly FormTab[];
  readonly form: CellForm;
}

/** The tabs, one of them shown. One that was left keeps its grids and controls, as in a model-driven form. */
export function Tabs({ tabs, form }: Props): React.ReactElement {
  const [chosen, setChosen] = React.useState<readonly string[]>([]);
  const current = tabs.find(({ id }) => id === chosen[chosen.length - 1]) ?? tabs[0];
  // The first tab is shown before any is chosen.
  const opened = tabs.filter((tab, index) => index === 0 || tab === current || chosen.includes(tab.id));
  return (
    <>
      <TabList
        tabs={tabs}
        current={current?.id ?? ''}
        onChoose={(id) => setChosen((before) => [...before.filter((other) => other !== id), id])}
      />
      {opened.map((tab) => (
        <div key={tab.id} hidden={tab !== current}>
          <Tab tab={tab} form={form} />
        </div>
      ))}
    </>
  );
}
