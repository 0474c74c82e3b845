import { serve } from "../driver/serve.mjs";

/** A server that lets everything in and writes down what came: where a page that leaks would leak to. */
export async function catcher() {
  const caught = [];
  const { url, server, close } = await serve((request, response) => {
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
  return { url: url.slice(0, -1), caught, close };
}
