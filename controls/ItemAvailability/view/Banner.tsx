import * as React from 'react';

interface BannerProps {
  readonly title: string;
  readonly text: string;
  /** Worth knowing, but no obstacle. */
  readonly isQuiet?: boolean;
}

/** What a seller has to know before promising anything. */
export function Banner({ title, text, isQuiet = false }: BannerProps): React.ReactElement {
  return (
    <div className={isQuiet ? 'bci-banner bci-quiet' : 'bci-banner'}>
      <span className="bci-banner-mark" aria-hidden="true">
        !
      </span>
      <p className="bci-banner-text">
        <strong>{title}</strong> {text}
      </p>
    </div>
  );
}
