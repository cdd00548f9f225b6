import React from 'react';
import { useClient } from './ClientContext';
import { directions, languages, themes, users, widths, type Session } from './session';

const languageNames: Readonly<Record<number, string>> = {
  1033: 'English',
  1031: 'Deutsch',
  1030: 'Dansk',
  1036: 'Français',
};

interface SwitchProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly text: (option: T) => string;
  readonly onChange: (option: T) => void;
}

function Switch<T extends string | number>(props: SwitchProps<T>): React.ReactElement {
  return (
    <label className="switch">
      <span>{props.label}</span>
      <select
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => String(option) === event.target.value);
          if (chosen !== undefined) props.onChange(chosen);
        }}
      >
        {props.options.map((option) => (
          <option key={option} value={option}>
            {props.text(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Who is signed in and how the page looks: the sandbox's own controls, apart from the app. */
export function Switches(props: { readonly onChange: (session: Session) => void }): React.ReactElement {
  const { session, strings, user } = useClient();
  const change = (part: Partial<Session>): void => props.onChange({ ...session, ...part });
  return (
    <aside className="switches" aria-label={strings.settings}>
      <Switch
        label={strings.user}
        value={session.user}
        options={[...new Set([...users, session.user])]}
        text={(name) => name}
        onChange={(name) => change({ user: name })}
      />
      <Switch
        label={strings.theme}
        value={session.theme}
        options={themes}
        text={(theme) => strings[theme]}
        onChange={(theme) => change({ theme })}
      />
      <Switch
        label={strings.language}
        value={session.language}
        options={languages}
        text={(language) => languageNames[language] ?? ''}
        onChange={(language) => change({ language })}
      />
      <Switch
        label={strings.direction}
        value={session.direction}
        options={directions}
        text={(direction) => strings[direction]}
        onChange={(direction) => change({ direction })}
      />
      <Switch
        label={strings.width}
        value={session.width}
        options={widths}
        text={(width) => strings[width]}
        onChange={(width) => change({ width })}
      />
      <span className="roles">
        {strings.roles}: {user.roles.map((role) => role.name).join(', ') || strings.noRoles}
      </span>
    </aside>
  );
}
