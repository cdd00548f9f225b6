import * as React from 'react';

/** How an address leaves the form; `null` where the browser follows links itself. */
export type LinkOpener = ((address: string) => void) | null;

interface ExternalLinkProps {
  readonly address: string;
  readonly open: LinkOpener;
  /** What a screen reader says about the new tab. */
  readonly hint: string;
  readonly children: React.ReactNode;
}

export function ExternalLink({ address, open, hint, children }: ExternalLinkProps): React.ReactElement {
  const follow = (event: React.MouseEvent): void => {
    if (open === null) return;
    event.preventDefault();
    open(address);
  };
  return (
    <a className="bci-link" href={address} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
      <span className="bci-hidden">{` (${hint})`}</span>
    </a>
  );
}
