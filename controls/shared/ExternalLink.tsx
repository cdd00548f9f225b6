import * as React from 'react';

/** How links leave the form. */
export interface LinkOpener {
  /** The mobile apps do not follow `target`: there the platform opens the address. */
  readonly opensThroughPlatform: boolean;
  open(address: string): void;
}

interface ExternalLinkProps {
  readonly address: string;
  readonly links: LinkOpener;
  /** What a screen reader says about the new tab. */
  readonly hint: string;
  readonly children: React.ReactNode;
}

export function ExternalLink({ address, links, hint, children }: ExternalLinkProps): React.ReactElement {
  const follow = (event: React.MouseEvent): void => {
    if (!links.opensThroughPlatform) return;
    event.preventDefault();
    links.open(address);
  };
  return (
    <a className="bci-link" href={address} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
      <span className="bci-hidden">{` (${hint})`}</span>
    </a>
  );
}
