import React from 'react';
import { useClient } from '../app/ClientContext';

interface Props {
  readonly page: number;
  readonly hasMore: boolean;
  /** Rows on all pages; -1 when not known. */
  readonly total: number;
  readonly onShow: (page: number) => void;
}

/** Steps through pages; nothing where one page holds all. */
export function Paging({ page, hasMore, total, onShow }: Props): React.ReactElement | null {
  const { strings } = useClient();
  if (page === 1 && !hasMore) return null;
  return (
    <div className="paging">
      <button type="button" disabled={page === 1} onClick={() => onShow(page - 1)}>
        {strings.previous}
      </button>
      <span>
        {strings.page} {page}
        {total >= 0 && ` · ${total} ${strings.rows}`}
      </span>
      <button type="button" disabled={!hasMore} onClick={() => onShow(page + 1)}>
        {strings.next}
      </button>
    </div>
  );
}
