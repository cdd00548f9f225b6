import React from 'react';
import { choosePersonalSettings, readUser } from '../dataverse/user';
import { askAs } from '../dataverse/webApi';
import { regionFormats } from '../controls/userSettings';
import { designTokens } from '../controls/theme';
import { stringsOf } from '../strings/strings';
import { ClientProvider, type Client } from './ClientContext';
import { Dialog } from './Dialog';
import { dialogsBy, type DialogRequest } from './dialogs';
import { hashOf, routeOf, type Route } from './route';
import { isRightToLeft, localeOf, searchOf, sessionOf, signIn, type Session } from './session';
import { SignedIn } from './SignedIn';
import { Switches } from './Switches';
import { useLoaded } from './useLoaded';

function useRoute(): Route {
  const [route, setRoute] = React.useState(() => routeOf(window.location.hash));
  React.useEffect(() => {
    const follow = (): void => setRoute(routeOf(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** The design tokens as custom properties, so that the page and the controls share one theme. */
function applyTheme(session: Session): void {
  const root = document.documentElement;
  root.lang = localeOf[session.language];
  root.dir = isRightToLeft(session) ? 'rtl' : 'ltr';
  const tokens = designTokens(session.theme);
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(`--${name}`, String(value));
  root.style.colorScheme = session.theme === 'light' ? 'light' : 'dark';
}

/** Changing a switch loads the page anew: user, language and theme hold from the first request on. */
function restart(session: Session): void {
  window.location.search = searchOf(session);
}

export function App(): React.ReactElement {
  const session = React.useMemo(() => sessionOf(window.location.search), []);
  const route = useRoute();
  const [request, setRequest] = React.useState<DialogRequest>();
  const dialogs = React.useMemo(() => dialogsBy(setRequest), []);
  const strings = stringsOf(session.language);
  React.useEffect(() => applyTheme(session), [session]);
  const [user] = useLoaded(async () => {
    signIn(session.user);
    askAs(session.user);
    const found = await readUser();
    await choosePersonalSettings(found.id, session.language, regionFormats(localeOf[session.language]));
    return found;
  }, [session.user]);

  const signedIn =
    user.state === 'ready' ? user.value : { id: '', name: '', roles: [], privileges: new Map<string, number>() };
  const client: Client = {
    session,
    strings,
    dialogs,
    user: signedIn,
    go: (target) => {
      window.location.hash = hashOf(target);
    },
  };
  return (
    <ClientProvider value={client}>
      <header className="banner">
        <strong>{strings.app}</strong>
        <Switches onChange={restart} />
      </header>
      {user.state === 'loading' && <p className="loading">{strings.loading}</p>}
      {user.state === 'failed' && (
        <main className="failure" role="alert">
          {user.message}
        </main>
      )}
      {user.state === 'ready' && <SignedIn route={route} />}
      {request && <Dialog request={request} onClose={() => setRequest(undefined)} />}
    </ClientProvider>
  );
}
