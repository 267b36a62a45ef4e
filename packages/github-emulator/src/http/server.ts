import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Incoming } from './asked.ts'
import type { Outcome } from './exchange.ts'

/** Bodies beyond this are refused: a file of GitHub's is at most a hundred megabytes, in base64. */
const mostBytes = 150 * 1024 * 1024

async function read(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > mostBytes) throw new Error('the body is too large')
    chunks.push(chunk)
  }
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ])
  const bytes = Buffer.concat(chunks)
  const { method = 'GET', url = '/' } = request
  return { method, url, headers: Object.fromEntries(headers), body: bytes.toString('utf8'), bytes }
}

function write(response: ServerResponse, outcome: Outcome) {
  if (outcome.is === 'silence') return
  if (outcome.is === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(outcome.status, outcome.headers)
  response.end(outcome.body)
}

/** An HTTP server on the loopback interface in front of a handler. */
export async function listen(port: number, handle: (incoming: Incoming) => Promise<Outcome>): Promise<Server> {
  const server = createServer((request, response) => {
    read(request)
      .then(handle)
      .then(outcome => write(response, outcome))
      .catch((error: unknown) => {
        console.error(error)
        response.destroy()
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Ends the server and every connection, also those that wait for an answer that never comes. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
