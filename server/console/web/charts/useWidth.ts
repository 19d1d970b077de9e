import { useEffect, useRef, useState } from "react";

// How wide the element is that the reference is given to, in pixels.
export function useWidth<T extends HTMLElement>(usual: number) {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(280, Math.round(entry.contentRect.width)));
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}
