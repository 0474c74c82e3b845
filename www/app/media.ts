// What kind of screen and person the page is drawn for.

/** Whether a media query holds; where nothing can be asked, as in jsdom, it does not. */
export const matches = (query: string): boolean => typeof matchMedia === "function" && matchMedia(query).matches;
