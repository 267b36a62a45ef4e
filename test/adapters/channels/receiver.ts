import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

/** What arrived, as it was sent. */
export type Received = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type Receiver = { readonly url: string; readonly port: number; readonly received: readonly Received[] }

type Answering = (response: ServerResponse, received: Received) => void

/** Somebody's API on this machine, for the length of a test: it keeps what arrives, and answers what the test says. */
export const receiver = async (answer: Answering): Promise<Receiver> => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, path: url, headers, body: Buffer.concat(parts).toString('utf8') }
      received.push(one)
      answer(response, one)
    })
  })
  const port = await listening(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${port}`, port, received }
}

const listening = (server: Server): Promise<number> =>
  new Promise(done => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

/** An answer with this status and text. */
export const says =
  (status: number, text = '', headers: Readonly<Record<string, string>> = {}): Answering =>
  response => {
    response.writeHead(status, headers).end(text)
  }
