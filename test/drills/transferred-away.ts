import { addRepository, type Issue, setRole, transferIssue } from 'github-emulator'
import type { Scene } from './scene.ts'

/** Mallory transfers the incident's own issue to a repository where she may write. */
export const transferredAway = (scene: Scene): Issue => {
  const { world } = scene
  const files = { 'README.md': '#' }
  const other = addRepository(world, { owner: 'acme', name: 'website', visibility: 'private', files })
  for (const name of ['mallory', 'dana']) setRole(world, other.id, scene.actor(name).user, 'write')
  scene.emulator.clock.advance(60_000)
  return transferIssue(world, scene.actor('mallory'), scene.issue().id, other.id)
}
