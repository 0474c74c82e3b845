import { once } from "node:events";
import { createServer } from "node:http";

/**
 * A server of the tests on a port of its own, and so on an origin of its own. It does not keep its file of tests running:
 * where every test of a file is left out, nothing would close it.
 */
export async function serve(answer) {
  const server = createServer(answer).listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    server,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
