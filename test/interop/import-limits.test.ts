import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importFiles } from '../../src/entrypoints/cli/import-files.ts'
import { importPlaybooks } from '../../src/interop/import.ts'
import { eightfold, linear } from '../growth.ts'

test('a runbook with a line of eight times as many spaces does not take the square of it', async () => {
  const ofSpaces = (count: number) => importPlaybooks([{ name: 'a.md', text: `# T\n\n- a${' '.repeat(count)}b\n` }])
  expect(await eightfold(ofSpaces, 80_000)).toBeLessThan(linear)
})

test('whatever a file is called, what comes of it stays in the folder, and nothing there is written over', async () => {
  const root = mkdtempSync(join(tmpdir(), 'import-'))
  const out = join(root, 'out')
  writeFileSync(join(root, '..md'), '# ../../x\n\n- do it\n')
  writeFileSync(join(root, '__proto__.md'), '# __proto__\n\n- [ ] `constructor` x (constructor)\n')
  const bringAll = () =>
    importFiles([join(root, '..md'), join(root, '__proto__.md')], { out, force: false, json: false }, String, String)
  expect(await bringAll()).toBe(0)
  expect(await bringAll()).toBe(1)
  expect(readdirSync(out).toSorted()).toEqual(['playbook.md', 'proto.md'])
  expect(readdirSync(root).toSorted()).toEqual(['..md', '__proto__.md', 'out'])
  rmSync(root, { recursive: true })
})
