import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { ConnectionLost } from './connection-lost.ts'

/** Bodies that say they are longer are refused: a file of GitHub's is at most a hundred megabytes, in base64. */
const mostBytes = 150 * 1024 * 1024

/** What becomes of a socket whose request has no answer: it is reset, left open, or closed over a bug of ours. */
const breakOff = (error: unknown, { outgoing }: Pick<HttpBindings, 'outgoing'>): Response => {
  if (!(error instanceof ConnectionLost)) {
    console.error(error)
    outgoing.destroy()
  } else if (error.how === 'reset') outgoing.socket?.resetAndDestroy()
  return RESPONSE_ALREADY_SENT
}

/** An HTTP server on the loopback interface in front of a handler. Rejects when the port is taken. */
export const listen = async (port: number, handle: (request: Request) => Promise<Response>): Promise<Server> => {
  const server = createAdaptorServer({
    // Request and Response are everybody's in this process: they stay Node's own
    overrideGlobalObjects: false,
    fetch: async (request, env) => {
      if (Number(request.headers.get('content-length')) > mostBytes) return new Response(null, { status: 413 })
      return handle(request).catch(error => breakOff(error, env as HttpBindings))
    },
  }) as Server
  // by default it closes what is idle for five seconds, and a client that was busy meanwhile finds its next request reset
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Ends the server and every connection, also those that wait for an answer that never comes. */
export const closeServer = async (server: Server): Promise<void> => {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
