// What kind of screen and person the page is drawn for.

/** Whether a media query holds; where nothing can be asked (jsdom has no `matchMedia`), it does not. */
export const matches = (query: string): boolean => "matchMedia" in globalThis && matchMedia(query).matches;
