import { author } from '../rest/shapes/user.ts'
import type { Shell } from '../shell.ts'
import { announce } from '../webhooks/dispatch.ts'
import { stamp } from '../world/world.ts'
import { type Installation, install } from './app.ts'

/** What the `installation` webhook says. */
export const told = (shell: Shell, found: Installation) => {
  const { id, accountId, permissions, events, createdAt, suspendedAt } = found
  const view = { state: shell.world.state, base: shell.base, actor: { kind: 'user', user: accountId } as const }
  const api = `${shell.base}/api/v3`
  const links = {
    access_tokens_url: `${api}/app/installations/${id}/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
  }
  const app = { app_id: shell.app.id, app_slug: shell.app.slug, client_id: shell.app.clientId }
  const target = { target_id: accountId, target_type: shell.world.state.accounts.get(accountId)?.type ?? 'User' }
  const times = { created_at: createdAt, updated_at: createdAt, suspended_by: null, suspended_at: suspendedAt }
  const about = {
    repository_selection: found.repositories === 'all' ? 'all' : 'selected',
    permissions,
    events,
    single_file_name: null,
  }
  const html = `${shell.base}/settings/installations/${id}`
  return {
    installation: {
      id,
      account: author(view, accountId),
      html_url: html,
      ...links,
      ...app,
      ...target,
      ...times,
      ...about,
    },
    sender: author(view, accountId),
  }
}

/** A suspended installation is refused everywhere, and hears nothing more. */
export const suspend = (shell: Shell, id: number, suspended: boolean) => {
  const found = shell.installations.get(id)
  if (!found) throw new Error(`there is no installation ${id}`)
  const changed = { ...found, suspendedAt: suspended ? stamp(shell.world) : null }
  shell.installations.set(id, changed)
  announce(shell, 'installation', suspended ? 'suspend' : 'unsuspend', id, told(shell, changed))
}

/** An uninstalled App is a stranger: its tokens are no longer known. */
export const uninstall = (shell: Shell, id: number) => {
  const found = shell.installations.get(id)
  if (!found) throw new Error(`there is no installation ${id}`)
  shell.installations.delete(id)
  announce(shell, 'installation', 'deleted', id, told(shell, found))
}

/** The App is installed wherever there is a repository when the emulator starts. */
export const installEverywhere = ({ world, app, installations }: Shell) => {
  for (const ownerId of new Set([...world.state.repositories.values()].map(each => each.ownerId))) {
    const owner = world.state.accounts.get(ownerId)
    if (owner) install(world, app, installations, owner.login)
  }
}
