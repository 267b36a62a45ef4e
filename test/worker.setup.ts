import http from 'node:http'
import { afterAll } from 'vitest'

// Files of one worker share what they load: one that leaves Node's clock or HTTP changed fails here, and not the next file.
// A file that cannot help it goes to those that have a worker to themselves (vitest.config.ts).

const ofNode = () => ({
  setTimeout: globalThis.setTimeout,
  setImmediate: globalThis.setImmediate,
  Date: globalThis.Date,
  fetch: globalThis.fetch,
  'http.request': http.request,
  'http.ClientRequest': http.ClientRequest,
})

type Worker = typeof globalThis & { tocsinFirst?: ReturnType<typeof ofNode> }
const worker: Worker = globalThis
worker.tocsinFirst ??= ofNode()
const first = worker.tocsinFirst

afterAll(() => {
  const now = ofNode()
  const changed = Object.keys(first).filter(name => first[name as keyof typeof first] !== now[name as keyof typeof now])
  if (changed.length > 0) throw new Error(`left changed for the next file of this worker: ${changed.join(', ')}`)
})
