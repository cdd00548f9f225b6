import React from 'react';
import type { FormTab } from './formXml';

interface Props {
  readonly tabs: readonly FormTab[];
  readonly current: string;
  readonly onChoose: (id: string) => void;
}

/** Tabs by arrow keys, as the ARIA pattern asks. */
export function TabList({ tabs, current, onChoose }: Props): React.ReactElement {
  const move = (event: React.KeyboardEvent, index: number): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const direction = document.documentElement.dir === 'rtl' ? -step : step;
    const next = tabs[(index + direction + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" className="tabs">
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          id={`tab-${tab.id}`}
          type="button"
          role="tab"
          aria-selected={tab.id === current}
          aria-controls={`panel-${tab.id}`}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={(event) => move(event, index)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
