import type { JsonObject } from '../../http/answer.ts'
import type { App } from '../../world/types/accounts.ts'
import { author } from './user.ts'
import type { View } from './view.ts'

/** An App as it stands in what it wrote. */
export const integration = (view: View, app: App): JsonObject => {
  const bot = view.state.accounts.get(app.botId)
  const at = bot?.createdAt ?? '2020-01-01T00:00:00Z'
  return {
    id: app.id,
    slug: app.slug,
    node_id: `A_kwDO${app.id}`,
    owner: author(view, app.ownerId),
    name: app.name,
    description: '',
    external_url: `${view.base}/apps/${app.slug}`,
    html_url: `${view.base}/apps/${app.slug}`,
    created_at: at,
    updated_at: at,
    permissions: { checks: 'write', contents: 'write', issues: 'write', metadata: 'read', pull_requests: 'write' },
    events: [],
  }
}
