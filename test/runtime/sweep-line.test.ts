import { expect, test } from 'vitest'
import type { Job } from '../../src/runtime/job.ts'
import { startSweepLine } from '../../src/runtime/sweep-line.ts'

const job = (number: number): Job => ({
  owner: 'acme',
  repo: 'ops',
  number,
  installation: 1,
  reason: 'resync',
  logins: [],
  notBefore: null,
})

const opened = () => {
  const added: number[] = []
  const line = startSweepLine(({ number }) => void added.push(number))
  return { added, line }
}

test('eight at once, in the order in which they came, and one more for each that ends', () => {
  const { added, line } = opened()
  for (let number = 1; number <= 20; number += 1) line.add(job(number))
  expect(added).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  line.ended(job(3))
  line.ended(job(1))
  expect(added).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('one that was added twice while it waits is looked at once', () => {
  const { added, line } = opened()
  for (let number = 1; number <= 9; number += 1) line.add(job(number))
  line.add(job(9))
  for (let number = 1; number <= 8; number += 1) line.ended(job(number))
  expect(added.filter(number => number === 9)).toHaveLength(1)
})

test('a job that came from elsewhere ends without making room', () => {
  const { added, line } = opened()
  for (let number = 1; number <= 9; number += 1) line.add(job(number))
  line.ended(job(77))
  expect(added).toHaveLength(8)
})

test('at the end of the process what waits is forgotten', () => {
  const { added, line } = opened()
  for (let number = 1; number <= 9; number += 1) line.add(job(number))
  line.close()
  line.ended(job(1))
  expect(added).toHaveLength(8)
})
