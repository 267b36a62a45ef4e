import type { Channels } from './channel.ts'
import type { Definition } from './definition.ts'
import { openChannel } from './open-channel.ts'

/** Who wants to use channels: an installation of the App and the account that it is on. */
export type Tenant = { readonly installation: number; readonly owner: string }

/** The channels that a tenant may use, each opened once; null: a workflow, which is given its channels by whoever wrote it. */
export const channelsFor = (definitions: readonly Definition[]): ((tenant: Tenant | null) => Channels) => {
  const opened = definitions.map(definition => ({ definition, channel: openChannel(definition) }))
  return tenant =>
    new Map(
      opened
        .filter(({ definition }) => tenant === null || mayUse(definition, tenant))
        .map(({ definition, channel }) => [definition.id, channel]),
    )
}

const mayUse = ({ installations }: Definition, { installation, owner }: Tenant): boolean =>
  installations === 'all' || installations.includes(installation) || installations.includes(owner.toLowerCase())
