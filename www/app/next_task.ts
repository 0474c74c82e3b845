/**
 * Lets whatever else waits for the page's own thread go first: long work in shorter pieces. By a message, since Firefox puts
 * timers off until all of a page has come, and tabs out of sight have one a second.
 */
export const nextTask = (): Promise<void> =>
  new Promise((wake) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => wake();
    port2.postMessage(null);
  });
