import type { JsonObject } from '../../http/answer.ts'
import type { CheckRun } from '../../world/types/pulls.ts'
import { integration } from './integration.ts'
import { repositoryOf } from './issue.ts'
import { issueOf } from './pull.ts'
import { repositoryHtml, repositoryUrl } from './repository.ts'
import type { View } from './view.ts'

/** The open pull requests whose head a check run is about. */
const pullsOf = (view: View, { repositoryId, headSha }: CheckRun): JsonObject[] => {
  const home = repositoryOf(view, { repositoryId })
  const url = repositoryUrl(view, home)
  const repo = { id: home.id, url, name: home.name }
  const heads = [...view.state.pulls.values()].filter(
    each => each.repositoryId === repositoryId && each.headOid === headSha,
  )
  return heads.map(each => ({
    id: each.id,
    number: issueOf(view, each).number,
    url: `${url}/pulls/${issueOf(view, each).number}`,
    head: { ref: each.headRef, sha: each.headOid, repo },
    base: { ref: each.baseRef, sha: each.baseOid, repo },
  }))
}

/** A check run in full. Its suite is one for each commit and App. */
export const checkRun = (view: View, found: CheckRun): JsonObject => {
  const home = repositoryOf(view, found)
  const url = `${repositoryUrl(view, home)}/check-runs/${found.id}`
  const html = `${repositoryHtml(view, home)}/runs/${found.id}`
  const app = view.state.apps.get(found.appId ?? 0)
  return {
    id: found.id,
    name: found.name,
    node_id: found.nodeId,
    head_sha: found.headSha,
    external_id: found.externalId ?? '',
    url,
    html_url: html,
    details_url: found.detailsUrl ?? html,
    status: found.status,
    conclusion: found.conclusion,
    started_at: found.startedAt,
    completed_at: found.completedAt,
    output: { ...found.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    check_suite: { id: Number.parseInt(found.headSha.slice(0, 7), 16) },
    app: app ? integration(view, app) : null,
    pull_requests: pullsOf(view, found),
  }
}
