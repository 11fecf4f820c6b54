import { type RefObject, useEffect, useRef } from 'react';

/** Where something is typed in place of an element: gives that element the focus back when typing ends with none. */
export const useFocusAfter = <E extends HTMLElement>(typing: boolean): RefObject<E | null> => {
  const element = useRef<E>(null);
  const typed = useRef(false);
  useEffect(() => {
    const { activeElement } = document;
    if (typed.current && !typing && (activeElement === null || activeElement === document.body)) element.current?.focus();
    typed.current = typing;
  }, [typing]);
  return element;
};
