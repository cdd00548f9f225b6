import * as React from 'react';

/** Until the element is measured, and where it cannot be. */
const DEFAULT_WIDTH = 480;

/** Width of an element in pixels, as long as it is there. */
export function useWidth(element: React.RefObject<HTMLElement>): number {
  const [width, setWidth] = React.useState(DEFAULT_WIDTH);
  React.useLayoutEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver((entries) => {
      for (const { contentRect } of entries) setWidth(Math.floor(contentRect.width));
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
