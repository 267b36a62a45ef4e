import { readFileSync } from 'node:fs'
import * as core from '@actions/core'
import { z } from 'zod'
import { connect, type GitHub } from '../adapters/github/client/client.ts'
import { filesOfPull, keepComment, type PullPlace, type Unable } from '../adapters/github/write/pull-comment.ts'
import { checkFiles } from '../adapters/team-files/team-files.ts'
import { asFinding } from '../domain/source/finding.ts'
import { writeMarker } from '../domain/text/marker.ts'
import { checkComment, notCommented, type Result } from '../messages/check-comment.ts'
import { annotation, nothingWasChecked, problemsIn, tally } from '../messages/findings.ts'
import { type ChangedFile, playbookChanges } from '../validate/changes.ts'
import { checkedInput } from './action-channels.ts'
import { runJob, writeSummary } from './action-job.ts'

/** GitHub takes 65,536 in a comment. */
const mostOfBody = 65_000

/** The Action with `run: check`: looks at the files that are checked out, and tells the pull request. */
export const workOnCheck = (): Promise<void> =>
  runJob(async request => {
    const checked = withChannels(await checkFiles(process.env.GITHUB_WORKSPACE ?? '.'))
    // escaped, for it holds text of the files that are checked
    for (const finding of checked.findings) process.stdout.write(`${annotation(finding)}\n`)
    const pull = pullOfEvent()
    const github = connect({ request })
    const files = pull === null ? [] : await changedFiles(github, pull)
    const result = resultOf(checked, 'unable' in files ? [] : files)
    const told = pull === null ? null : 'unable' in files ? files : await tell(github, pull, result)
    await report(result, told)
  })

type Checked = Awaited<ReturnType<typeof checkFiles>>

/** With what is wrong in the input `channels`, for a workflow that checks it too. */
const withChannels = (checked: Checked): Checked => ({
  ...checked,
  findings: [...checked.findings, ...checkedInput().problems.map(asFinding('problem'))],
})

type Pull = PullPlace & { readonly node: string }

const event = z.object({ pull_request: z.object({ number: z.number().int().positive(), node_id: z.string() }) })

/** The pull request that the event is about. Read from the event's file, never from a variable that holds its text. */
const pullOfEvent = (): Pull | null => {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path = '', GITHUB_REPOSITORY: here = '' } = process.env
  const [owner = '', repo = ''] = here.split('/')
  if (name !== 'pull_request' || path === '') return null
  const read = event.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) return null
  const { number, node_id: node } = read.data.pull_request
  return { owner, repo, number, node }
}

const changedFiles = async (github: GitHub, pull: Pull): Promise<readonly ChangedFile[] | Unable> => {
  const files = await filesOfPull(github, pull)
  if ('unable' in files) return files
  return files.map(one => ({ path: one.filename, status: one.status, before: one.previous_filename ?? null }))
}

const resultOf = ({ findings, files, own }: Checked, touched: readonly ChangedFile[]): Result => {
  const { changed, deleted } = playbookChanges(touched)
  return { findings, files, changed: changed.map(file => ({ file, playbook: own.get(file) ?? null })), deleted }
}

const tell = (github: GitHub, pull: Pull, result: Result): Promise<'written' | 'unchanged' | Unable> => {
  const marker = writeMarker({ kind: 'preview', incident: pull.node, number: pull.number, key: 'check' })
  const body = `${checkComment(result, mostOfBody - marker.length - 2)}\n\n${marker}`
  return keepComment(github, pull, 'preview', body)
}

const report = async (result: Result, told: 'written' | 'unchanged' | Unable | null): Promise<void> => {
  const problems = problemsIn(result.findings)
  core.setOutput('problems', problems)
  const missing = told !== null && typeof told === 'object' ? `\n\n${notCommented(told.unable)}` : ''
  await writeSummary(`${checkComment(result, mostOfBody)}${missing}\n`)
  if (missing !== '') core.info(missing.trim())
  if (result.files === 0) core.setFailed(nothingWasChecked())
  else if (problems > 0) core.setFailed(tally(result.findings, result.files))
  else core.info(tally(result.findings, result.files))
}
