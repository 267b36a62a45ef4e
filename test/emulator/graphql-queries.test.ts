import {
  addBlockedBy,
  addReaction,
  createComment,
  createCommitOnBranch,
  createIssue,
  createRef,
  deleteAccount,
  push,
} from 'github-emulator'
import { checkpoint, NotEmulated } from 'github-emulator/internals'
import { describe, expect, test } from 'vitest'
import { eightfold, linear } from '../growth.ts'
import { wholeQuery } from './graphql-whole-query.ts'
import { ask, type SetUp, setUpWorld } from './world-setup.ts'

const inApp = (fields: string) => `query { repository(owner: "acme", name: "app") { ${fields} } }`

/** A parent with so many children, talk on all of them and so many notes, and a branch of records. */
function setUpBusy(children = 14, notes = 40): SetUp {
  const setUp = setUpWorld()
  const { world, ada, robot, people, id, main } = setUp
  const parent = createIssue(world, ada, id, { title: 'Parent', labels: ['big'], assigneeIds: [people.ada.id] })
  for (let n = 0; n < children; n++) {
    const child = createIssue(world, robot, id, { title: `Step ${n}`, parentId: parent.id, labels: ['step'] })
    createComment(world, ada, child.id, `about ${n}`)
    if (n > 0) addBlockedBy(world, robot, child.id, child.id - 1)
  }
  for (let n = 0; n < notes; n++) createComment(world, ada, parent.id, `/note ${n}`)
  createRef(world, robot, id, 'refs/heads/records/1', main())
  for (let n = 0; n < 5; n++) {
    createCommitOnBranch(world, robot, id, {
      branch: 'records/1',
      expectedHeadOid: setUp.repository.refs.get('refs/heads/records/1') ?? '',
      message: { headline: `record ${n}` },
      additions: [{ path: `records/${n}.json`, contents: Buffer.from(`{"n":${n}}`).toString('base64') }],
    })
  }
  return setUp
}

const whole = {
  owner: 'acme',
  repo: 'app',
  number: 1,
  branch: 'refs/heads/records/1',
  path: 'records',
  since: '2026-01-01T00:00:00Z',
  who: 'ada',
}

describe('one big question', () => {
  test('is answered in full', async () => {
    const setUp = setUpBusy()
    const { data, errors } = await ask(setUp, setUp.robot, wholeQuery, whole)
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      viewer: { login: 'robot[bot]' },
      repository: {
        visibility: 'PRIVATE',
        collaborators: { edges: [{ permission: 'MAINTAIN', node: { login: 'ada' } }] },
        ref: {
          target: { history: { nodes: expect.arrayContaining([expect.objectContaining({ message: 'record 4' })]) } },
        },
        issue: {
          state: 'OPEN',
          author: { __typename: 'User', login: 'ada' },
          subIssuesSummary: { total: 14, completed: 0 },
          subIssues: { totalCount: 14 },
        },
      },
    })
  })

  test('costs what is asked for, and no more', async () => {
    const worlds = new Map([4, 32].map(children => [children, setUpBusy(children, 3 * children)]))
    const question = async (children: number): Promise<void> => {
      const setUp = worlds.get(children) ?? setUpBusy(children, 3 * children)
      const { errors } = await ask(setUp, setUp.robot, wholeQuery, whole)
      expect(errors).toBeUndefined()
    }
    expect(await eightfold(question, 32)).toBeLessThan(linear)
  })
})

describe('what is not there', () => {
  test('a hidden repository has never existed', async () => {
    const setUp = setUpWorld()
    expect(await ask(setUp, setUp.dan, inApp('id'))).toEqual({
      data: { repository: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['repository'],
          locations: [{ line: 1, column: 9 }],
          message: "Could not resolve to a Repository with the name 'acme/app'.",
        },
      ],
    })
  })

  test('an unknown id, an unknown number', async () => {
    const setUp = setUpWorld()
    const { data, errors } = await ask(
      setUp,
      setUp.ada,
      `query { node(id: "I_x") { id } repository(owner: "acme", name: "app") { name issue(number: 7) { id } } }`,
    )
    expect(data).toEqual({ node: null, repository: { name: 'app', issue: null } })
    expect(errors?.map(error => error.message)).toEqual([
      "Could not resolve to a node with the global id of 'I_x'.",
      'Could not resolve to an Issue with the number of 7.',
    ])
  })

  test('a token reads only what it was granted', async () => {
    const setUp = setUpWorld()
    const narrow = { ...setUp.robot, permissions: { contents: 'read' } as const }
    const { data, errors } = await ask(
      setUp,
      narrow,
      inApp('defaultBranchRef { name } issues(first: 1) { totalCount }'),
    )
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }])
    expect(data).toEqual({ repository: null })
  })

  test('a field this GitHub has not got is an error of ours, never null', async () => {
    const setUp = setUpWorld()
    const asked = ask(setUp, setUp.ada, inApp('codeOfConduct { name }'))
    await expect(asked).rejects.toThrow(new NotEmulated('the embedded GitHub does not know Repository.codeOfConduct'))
  })

  test('a field that GitHub has not got is refused before anything is done', async () => {
    const setUp = setUpWorld()
    const { data, errors } = await ask(setUp, setUp.ada, inApp('moon'))
    expect(data).toBeUndefined()
    expect(errors?.[0]?.message).toContain('moon')
  })

  test('the author of a deleted account is null', async () => {
    const setUp = setUpWorld()
    createIssue(setUp.world, setUp.cyd, setUp.id, { title: 'Boom' })
    deleteAccount(setUp.world, setUp.people.cyd.id)
    const { data } = await ask(setUp, setUp.ada, inApp('issue(number: 1) { author { login } }'))
    expect(data).toEqual({ repository: { issue: { author: null } } })
  })
})

describe('lists', () => {
  test('are turned page by page', async () => {
    const setUp = setUpBusy()
    const query = `query ($after: String) { repository(owner: "acme", name: "app") { issue(number: 1) {
      comments(first: 30, after: $after) { totalCount nodes { body } pageInfo { hasNextPage endCursor } } } } }`
    const { data } = await ask(setUp, setUp.ada, query)
    expect(data).toMatchObject({
      repository: { issue: { comments: { totalCount: 40, pageInfo: { hasNextPage: true } } } },
    })
    const after = /"endCursor":"([^"]+)"/.exec(JSON.stringify(data))?.[1]
    expect((await ask(setUp, setUp.ada, query, { after })).data).toMatchObject({
      repository: {
        issue: { comments: { nodes: { length: 10, 0: { body: '/note 30' } }, pageInfo: { hasNextPage: false } } },
      },
    })
  })

  test('want a bound, and none above a hundred', async () => {
    const setUp = setUpWorld()
    const messages = async (fields: string) =>
      (await ask(setUp, setUp.ada, inApp(fields))).errors?.map(error => error.message)
    expect(await messages('issues(first: 101) { totalCount }')).toEqual([
      'Requesting 101 records on the `issues` connection exceeds the `first` limit of 100 records.',
    ])
    expect(await messages('issues { totalCount }')).toEqual([
      'You must provide a `first` or `last` value to properly paginate the `issues` connection.',
    ])
  })

  test('a timeline begins at `since`', async () => {
    const setUp = setUpWorld()
    const { world, ada, id, later } = setUp
    const issue = createIssue(world, ada, id, { title: 'Boom' })
    createComment(world, ada, issue.id, 'early')
    later(60)
    createComment(world, ada, issue.id, 'late')
    const query =
      inApp(`issue(number: 1) { timelineItems(first: 5, since: "2026-03-01T10:01:00Z", itemTypes: [ISSUE_COMMENT]) {
      nodes { __typename ... on IssueComment { body url } } } }`)
    const nodes = [
      { __typename: 'IssueComment', body: 'late', url: 'http://github.test/acme/app/issues/1#issuecomment-70000002' },
    ]
    expect((await ask(setUp, ada, query)).data).toEqual({ repository: { issue: { timelineItems: { nodes } } } })
  })

  test('may lag behind the world, and refs too', async () => {
    const setUp = setUpWorld()
    const { world, ada, id, main } = setUp
    const [before, old] = [main(), checkpoint(world)]
    createIssue(world, ada, id, { title: 'Boom' })
    const { oid } = push(world, ada, id, { branch: 'main', files: { 'README.md': 'new' } })
    const query = inApp(`issues(first: 5) { totalCount } ref(qualifiedName: "refs/heads/main") { target { oid } }
      object(expression: "main:README.md") { ... on Blob { text } }`)
    const read = async (stale: object) => JSON.stringify((await ask(setUp, ada, query, {}, { stale })).data)
    expect(await read({})).toContain(`{"totalCount":1},"ref":{"target":{"oid":"${oid}"}},"object":{"text":"new"}`)
    expect(await read({ lists: old })).toContain(`{"totalCount":0},"ref":{"target":{"oid":"${oid}"}}`)
    expect(await read({ refs: old })).toContain(
      `{"totalCount":1},"ref":{"target":{"oid":"${before}"}},"object":{"text":"Hello\\n"}`,
    )
    expect(await read({ blobs: old })).toContain(`"ref":{"target":{"oid":"${oid}"}},"object":{"text":"Hello\\n"}`)
  })
})

describe('files and commits', () => {
  test('a long text is cut and says so', async () => {
    const setUp = setUpWorld()
    push(setUp.world, setUp.ada, setUp.id, { branch: 'main', files: { 'big.txt': 'x'.repeat(512_001) } })
    const { data } = await ask(
      setUp,
      setUp.ada,
      inApp('object(expression: "main:big.txt") { ... on Blob { text isTruncated byteSize isBinary } }'),
    )
    expect(data).toEqual({
      repository: { object: { text: 'x'.repeat(512_000), isTruncated: true, byteSize: 512_001, isBinary: false } },
    })
  })

  test('only what GitHub committed itself is signed, whoever claims to be the author', async () => {
    const setUp = setUpWorld()
    const { world, ada, robot, id, main } = setUp
    createCommitOnBranch(world, robot, id, {
      branch: 'main',
      expectedHeadOid: main(),
      message: { headline: 'by the app' },
    })
    const bot = { name: 'robot[bot]', email: `${setUp.robotApp.botId}+robot[bot]@users.noreply.github.com` }
    push(world, ada, id, { branch: 'main', files: { x: 'x' }, author: bot, message: 'forged' })
    const query = inApp(`defaultBranchRef { target { ... on Commit { history(first: 2) { nodes {
      message author { user { login databaseId } } signature { isValid wasSignedByGitHub state } } } } } }`)
    const user = { login: 'robot[bot]', databaseId: setUp.robotApp.botId }
    expect((await ask(setUp, ada, query)).data).toMatchObject({
      repository: {
        defaultBranchRef: {
          target: {
            history: {
              nodes: [
                { message: 'forged', author: { user }, signature: null },
                {
                  message: 'by the app',
                  author: { user },
                  signature: { isValid: true, wasSignedByGitHub: true, state: 'VALID' },
                },
              ],
            },
          },
        },
      },
    })
  })

  test('an empty repository has no branch', async () => {
    const setUp = setUpWorld()
    setUp.repository.refs.clear()
    expect((await ask(setUp, setUp.ada, inApp('isEmpty defaultBranchRef { name }'))).data).toEqual({
      repository: { isEmpty: true, defaultBranchRef: null },
    })
  })
})

test('bots lack `[bot]` among actors, and reactions come in eight groups', async () => {
  const setUp = setUpWorld()
  const { world, ada, robot, id } = setUp
  const issue = createIssue(world, robot, id, { title: 'Boom' })
  const comment = createComment(world, robot, issue.id, 'hello')
  addReaction(world, ada, { commentId: comment.id }, 'eyes')
  const query = inApp(`issue(number: 1) { author { __typename login ... on Bot { databaseId } }
    comments(last: 1) { nodes { viewerDidAuthor reactionGroups { content viewerHasReacted reactors(first: 1) { totalCount } } } } }`)
  const { data } = await ask(setUp, ada, query)
  expect(data).toMatchObject({
    repository: { issue: { author: { __typename: 'Bot', login: 'robot', databaseId: setUp.robotApp.botId } } },
  })
  expect(JSON.stringify(data).match(/"content"/g)).toHaveLength(8)
  expect(JSON.stringify(data)).toContain('{"content":"EYES","viewerHasReacted":true,"reactors":{"totalCount":1}}')
})
