import { once } from "node:events";
import { createServer } from "node:http";

/** A server that lets everything in and writes down what came: where a page that leaks would leak to. */
export async function catcher() {
  const caught = [];
  const server = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Headers", "*");
    response.setHeader("Content-Type", "text/html");
    response.end("");
  });
  server.on("upgrade", (request, socket) => {
    caught.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    caught,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
