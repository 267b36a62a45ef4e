import { nodesOf, type Repository } from '../client/answer-parts.ts'

/** The default branch, as far back as one answer goes: there a record begins. */
export const trunkOf = ({ defaultBranchRef }: Repository): readonly string[] => {
  const root = defaultBranchRef?.target
  return root ? [root.oid, ...nodesOf(root.history).map(({ oid }) => oid)] : []
}
