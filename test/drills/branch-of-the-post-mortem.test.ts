import { refOid } from 'github-emulator'
import { describe, expect, test } from 'vitest'
import { openScene } from './scene.ts'

// Somebody makes a branch in advance that git keeps as a file where the folder of the post-mortem's branch would be.

describe.each(['app', 'action'] as const)('by the %s', identity => {
  test.each(['post-mortem', 'post-mortem/1/x'])('a branch `%s` keeps no post-mortem from being written', async name => {
    const scene = await openScene({ identity })
    const sha = refOid(scene.world.state, scene.home().id, 'refs/heads/main') ?? ''
    await scene.act('mallory', 'POST', '/git/refs', { ref: `refs/heads/${name}`, sha })
    await scene.declare()
    await scene.says('dana', '/ic')
    await scene.says('bob', '/done stop-harm')
    await scene.closes('dana')
    expect(scene.board()).toContain('Post-mortem: #')
  })
})
