import { fieldsOf } from '../adapters/github/client/checked.ts'

/** What a webhook says of an installation of the App, or of one of its repositories. `look`: its incidents may have waited for this; `gone`: there is nothing to look at. */
export type InstallationChange = { readonly is: 'look' | 'gone'; readonly installation: number }

/** By event, the actions that are listened to. `installation_target` tells that the account has another name. */
const changes: Readonly<Record<string, Readonly<Record<string, InstallationChange['is']>>>> = {
  installation: {
    created: 'look',
    unsuspend: 'look',
    new_permissions_accepted: 'look',
    suspend: 'gone',
    deleted: 'gone',
  },
  installation_repositories: { added: 'look', removed: 'look' },
  installation_target: { renamed: 'look' },
  // private again, writable again, or under another name: what was said meanwhile waits for it
  repository: { privatized: 'look', unarchived: 'look', renamed: 'look', transferred: 'look' },
}

export const installationEvents = [
  'installation',
  'installation_repositories',
  'installation_target',
  'repository',
] as const

/** null: nothing that concerns us. */
export const installationChange = (
  name: (typeof installationEvents)[number],
  payload: unknown,
): InstallationChange | null => {
  const { action, installation } = fieldsOf(payload)
  const { id } = fieldsOf(installation)
  const is =
    typeof action === 'string' && Object.hasOwn(changes[name] ?? {}, action) ? changes[name]?.[action] : undefined
  return is === undefined || typeof id !== 'number' ? null : { is, installation: id }
}
