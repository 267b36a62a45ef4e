import { type Desk, type Identity, identify, isIdentity } from '../identity/identify.ts'
import type { Shell } from '../shell.ts'
import { allows, canSee } from '../world/access.ts'
import { accountById, restLogin } from '../world/accounts.ts'
import { fullName, repositoryByName } from '../world/repositories.ts'
import type { Actor } from '../world/types/accounts.ts'
import type { Repository } from '../world/types/repositories.ts'
import type { Address } from './address.ts'
import { type GitRequest, type GitResponse, plain } from './exchange.ts'
import { archived, denied, noAccess, noAnonymousWrite, repositoryNotFound, wrongCredentials } from './messages.ts'

export type Admitted = { readonly repository: Repository; readonly actor: Actor }

const nobody: Actor = { kind: 'user', user: 0 }

const askForPassword = (message: string): GitResponse =>
  plain(401, message, { 'www-authenticate': 'Basic realm="GitHub"' })

/** Who asks and for which repository; or GitHub's refusal, which never tells a stranger that something private exists. */
export const admit = (shell: Shell, { headers }: GitRequest, address: Address): Admitted | GitResponse => {
  const identity = identityOf(shell, headers.authorization)
  if ('status' in identity) return identity
  const { state } = shell.world
  const repository = repositoryByName(state, address.owner, address.repository)
  const actor = 'actor' in identity ? identity.actor : nobody
  const visible = repository !== null && canSee(state, actor, repository)
  if (identity.as === 'anonymous') {
    if (!visible) return askForPassword(repositoryNotFound)
    if (address.service === 'git-receive-pack') return askForPassword(noAnonymousWrite)
  }
  if (!visible) return plain(404, repositoryNotFound)
  return refusal(shell, actor, repository, address) ?? { repository, actor }
}

const refusal = (
  { world: { state } }: Shell,
  actor: Actor,
  repository: Repository,
  { service }: Address,
): GitResponse | null => {
  if (service === 'git-upload-pack') {
    const open = repository.visibility === 'public'
    return open || allows(state, actor, repository, 'contents', 'read', 'read') ? null : plain(403, noAccess)
  }
  if (!allows(state, actor, repository, 'contents', 'write', 'write')) {
    const account = accountById(state, actor.user)
    return plain(403, denied(fullName(state, repository), account ? restLogin(account) : 'ghost'))
  }
  return repository.archived ? plain(403, archived) : null
}

/** An App's own web token opens no repository: git takes tokens of people, installations and workflows. */
const identityOf = (shell: Shell, authorization: string | undefined): Identity | GitResponse => {
  const { world, app, installations, tokens, tokensExpire, faults } = shell
  const desk: Desk = { world, app, installations, tokens, tokensExpire, denied: faults.standing().denied }
  const identity = identify(desk, authorization === undefined ? null : withToken(authorization))
  if (isIdentity(identity)) return identity.as === 'app' ? askForPassword(wrongCredentials) : identity
  return identity.status === 403 ? plain(403, noAccess) : askForPassword(wrongCredentials)
}

/** The token is the password; or the name, beside no password or `x-oauth-basic`. */
const withToken = (authorization: string): string => {
  const [, encoded] = /^basic\s+(\S+)\s*$/i.exec(authorization) ?? []
  if (encoded === undefined) return authorization
  const [name = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const password = rest.join(':')
  return `token ${password === '' || password === 'x-oauth-basic' ? name : password}`
}
