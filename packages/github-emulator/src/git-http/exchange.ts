/** A request as the handler needs it; `path` is decoded nowhere yet and holds no query. Header names are in lower case. */
export type GitRequest = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

export type GitResponse = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What git shows a person after `remote: `, when the request failed. */
export const plain = (status: number, message: string, headers: GitResponse['headers'] = {}): GitResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body: Buffer.from(`${message}\n`),
})

/** An answer of the protocol, which nobody may keep. */
export const protocolAnswer = (type: string, body: Uint8Array): GitResponse => ({
  status: 200,
  headers: {
    'content-type': `application/x-${type}`,
    'cache-control': 'no-cache, max-age=0, must-revalidate',
    expires: 'Fri, 01 Jan 1980 00:00:00 GMT',
    pragma: 'no-cache',
  },
  body,
})
