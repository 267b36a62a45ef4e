import { type ConfigurationRead, settingsWith } from '../../../domain/config/settings.ts'
import { builtIn } from '../../../domain/playbook/built-in.ts'
import type { File } from '../../../domain/source/file.ts'
import type { LedgerView, Snapshot } from '../../../domain/view/snapshot.ts'
import { blobOf, entriesOf, type Head } from '../client/answer-parts.ts'
import { fileOf } from './files.ts'
import { readKnownConfiguration } from './known-configuration.ts'
import { readKnownPlaybook } from './known-playbooks.ts'

/** Pinned by the ledger once there are events in it and it is known to be ours; else those of the default branch. */
export const settingsOf = (ledger: LedgerView, head: Head | null, { commit, today }: Trunk): Snapshot['settings'] => {
  const pinned = ledger.state === 'ready' ? head : null
  const binding = pinned ?? commit
  const declared = ledger.state === 'ready' ? ledger.events.find(event => event.is === 'declared')?.settings : undefined
  // Without any commit there is nothing to pin: the built-in playbooks serve.
  const playbooks = entriesOf(binding?.playbooks).flatMap(entry => fileOf(entry.name, blobOf(entry)) ?? [])
  const configuration = pinned === null ? today : readKnownConfiguration(configurationOf(pinned))
  return {
    ...settingsWith(configuration, playbooks, builtIn(), readKnownPlaybook),
    oid: declared ?? binding?.oid ?? '',
  }
}

/** The default branch as it is now: its last commit, and what that configures. */
type Trunk = { readonly commit: Pinned | null; readonly today: ConfigurationRead }

type Pinned = Pick<Head, 'oid' | 'configuration' | 'playbooks'>

export const configurationOf = (commit: Pinned | null): File | null =>
  fileOf('.github/incidents.yml', blobOf(commit?.configuration))
