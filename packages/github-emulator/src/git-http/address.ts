import type { GitRequest } from './exchange.ts'

export type Service = 'git-upload-pack' | 'git-receive-pack'

/** What a path of git's asks for: the refs of a service, or the service itself. */
export type Address = {
  readonly owner: string
  readonly repository: string
  readonly service: Service
  readonly wants: 'refs' | 'service'
}

const services: readonly string[] = ['git-upload-pack', 'git-receive-pack'] satisfies Service[]

const isService = (name: string): name is Service => services.includes(name)

const pattern = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/

/** Null for a path that is not git's; `dumb` for the protocol without a service, which GitHub no longer speaks. */
export const readAddress = ({ path, query }: Pick<GitRequest, 'path' | 'query'>): Address | 'dumb' | null => {
  const [, owner = '', repository = '', end = ''] = pattern.exec(path) ?? []
  if (end === '') return null
  const wants = end === 'info/refs' ? 'refs' : 'service'
  const service = wants === 'refs' ? (query.get('service') ?? '') : end
  return isService(service) ? { owner, repository, service, wants } : 'dumb'
}
